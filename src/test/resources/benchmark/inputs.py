"""What a work needs, from the files that Inputs.java has written, and what it is compared by."""

from pathlib import Path

import numpy as np

RATE, EPOCHS, BATCH = 1e-3, 100, 32
TARGETS = {"hinge": "sign", "BCE": "label", "KL": "p"}


def of(name, dtype, n):
    """The kind of the work and the arguments of the function that makes it."""
    if name == "copy":
        return "copy", (numbers("real", n, dtype),)
    if name in ("SGD", "momentum", "Adam"):
        return "optimizer", (name, numbers("real", n, dtype), numbers("other", n, dtype))
    if name == "network":
        return "network", network(n, dtype)
    return "loss", (name, *loss(name, dtype, n))


def numbers(kind, n, dtype):
    million = np.fromfile(Path("target/benchmark") / (kind + ".bin"), "<f8")
    return np.resize(million.astype(dtype), n)  # which begins again when there are no more


def loss(name, dtype, n):
    """Predictions and targets."""
    if name == "softmax":
        return numbers("real", n, dtype).reshape(-1, 1000), numbers("class", n // 1000, "int64")
    if name == "KL":
        return numbers("q", n, dtype).reshape(-1, 10), numbers("p", n, dtype).reshape(-1, 10)
    return numbers("real", n, dtype), numbers(TARGETS.get(name, "other"), n, dtype)


def network(rows, dtype):
    """Inputs, targets, and each layer's first weights [inputs, units] and biases."""
    x = numbers("other", 10 * rows, "float64").reshape(rows, 10)
    sizes = ((10, 64), (64, 32), (32, 1))
    theta = numbers("real", sum(n * units + units for n, units in sizes), "float64") / 10
    layers = []
    for n, units in sizes:
        weights, bias, theta = np.split(theta, [n * units, n * units + units])
        layers.append((weights.reshape(n, units).astype(dtype), bias.astype(dtype)))
    return x.astype(dtype), x.sum(1, keepdims=True).astype(dtype), layers


def loss_numbers(value, gradient, predictions):
    g = np.asarray(gradient, "float64").ravel()
    return float(value), np.sqrt(g @ g), g @ np.asarray(predictions, "float64").ravel()


def step_numbers(before, after, gradient):
    moved = np.asarray(after, "float64") - np.asarray(before, "float64")
    return np.sqrt(moved @ moved), moved @ np.asarray(gradient, "float64")
