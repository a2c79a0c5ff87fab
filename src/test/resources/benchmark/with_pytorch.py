"""The works in PyTorch, eager; optimizers with fused=True."""

import torch
import torch.nn.functional as F
from inputs import BATCH, EPOCHS, RATE, loss_numbers, step_numbers
from torch import nn

LOSSES = {
    "MSE": F.mse_loss,
    "MAE": F.l1_loss,
    "Huber": F.huber_loss,
    "hinge": lambda p, t: torch.clamp(1 - t * p, min=0).mean(),
    "BCE": F.binary_cross_entropy_with_logits,
    "KL": lambda p, t: F.kl_div(p.log(), t, reduction="batchmean"),
    "softmax": F.cross_entropy,
}
OPTIMIZERS = {
    "SGD": lambda theta: torch.optim.SGD(theta, RATE, fused=True),
    "momentum": lambda theta: torch.optim.SGD(theta, RATE, momentum=0.9, fused=True),
    "Adam": lambda theta: torch.optim.Adam(theta, RATE, fused=True),
}


def start(threads):
    torch.set_num_threads(threads)
    return "{}, threads: {}".format(torch.__version__, torch.get_num_threads())


def copy(values):
    source = torch.from_numpy(values)
    into = torch.zeros_like(source)

    def run():
        into.copy_(source)
        return into[-1]

    return run, lambda: [run()]


def loss(name, p, t):
    p, t = torch.from_numpy(p).requires_grad_(), torch.from_numpy(t)
    formula = LOSSES[name]

    def run():
        p.grad = None
        value = formula(p, t)
        value.backward()
        return value.item()

    return run, lambda: loss_numbers(run(), p.grad, p.detach())


def optimizer(name, theta, gradient):
    parameters = nn.Parameter(torch.tensor(theta))
    parameters.grad = torch.from_numpy(gradient)
    run = OPTIMIZERS[name]([parameters]).step

    def five():
        for _ in range(5):
            run()
        return step_numbers(theta, parameters.detach(), gradient)

    return run, five


def network(x, y, layers):
    x, y = torch.from_numpy(x), torch.from_numpy(y)
    rows = len(x)

    def train(batch, epochs):
        modules = []
        for weights, bias in layers:
            layer = nn.Linear(*weights.shape)
            layer.weight.data = torch.tensor(weights.T.copy())
            layer.bias.data = torch.tensor(bias)
            modules += [layer, nn.ReLU()]
        model = nn.Sequential(*modules[:-1])
        optimizer = torch.optim.Adam(model.parameters(), RATE, fused=True)
        losses = []
        for _ in range(epochs):
            order = torch.randperm(rows)
            for i in range(0, rows, batch):
                chosen = order[i : i + batch]
                optimizer.zero_grad()
                value = F.mse_loss(model(x[chosen]), y[chosen])
                value.backward()
                optimizer.step()
            losses.append(value.item())
        return losses

    return lambda: train(BATCH, EPOCHS), lambda: train(rows, 5)
