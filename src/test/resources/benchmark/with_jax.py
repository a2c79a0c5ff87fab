"""The works in JAX, compiled with jit, and optax."""

import jax
import jax.numpy as jnp
import optax
from inputs import BATCH, EPOCHS, RATE, loss_numbers, step_numbers

LOSSES = {
    "MSE": lambda p, t: jnp.mean((p - t) ** 2),
    "MAE": lambda p, t: jnp.mean(jnp.abs(p - t)),
    "Huber": lambda p, t: jnp.mean(optax.huber_loss(p, t)),
    "hinge": lambda p, t: jnp.mean(optax.hinge_loss(p, t)),
    "BCE": lambda p, t: jnp.mean(optax.sigmoid_binary_cross_entropy(p, t)),
    "KL": lambda p, t: jnp.mean(optax.kl_divergence(jnp.log(p), t)),
    "softmax": lambda p, t: jnp.mean(optax.softmax_cross_entropy_with_integer_labels(p, t)),
}
OPTIMIZERS = {
    "SGD": lambda: optax.sgd(RATE),
    "momentum": lambda: optax.sgd(RATE, 0.9),
    "Adam": lambda: optax.adam(RATE),
}


def start(threads):
    jax.config.update("jax_platforms", "cpu")
    jax.config.update("jax_enable_x64", True)
    return "{}, optax {}, threads: {}".format(jax.__version__, optax.__version__, threads)


def loss(name, p, t):
    p, t = jnp.asarray(p), jnp.asarray(t)
    compiled = jax.jit(jax.value_and_grad(LOSSES[name]))

    def run():
        return jax.block_until_ready(compiled(p, t))

    return run, lambda: loss_numbers(*run(), p)


def optimizer(name, theta, gradient):
    rule = OPTIMIZERS[name]()

    def step(theta, state, gradient):
        updates, state = rule.update(gradient, state, theta)
        return optax.apply_updates(theta, updates), state

    compiled = jax.jit(step, donate_argnums=(0, 1))  # in place
    g = jnp.asarray(gradient)
    now = [jnp.array(theta), rule.init(jnp.array(theta))]

    def run():
        now[:] = jax.block_until_ready(compiled(*now, g))

    def five():
        for _ in range(5):
            run()
        return step_numbers(theta, now[0], gradient)

    return run, five


def network(x, y, layers):
    x, y = jnp.asarray(x), jnp.asarray(y)
    rows = len(x)
    rule = optax.adam(RATE)

    def value(layers, x, y):
        for weights, bias in layers[:-1]:
            x = jax.nn.relu(x @ weights + bias)
        weights, bias = layers[-1]
        return jnp.mean((x @ weights + bias - y) ** 2)

    def step(now, chosen):
        layers, state = now
        loss, gradient = jax.value_and_grad(value)(layers, x[chosen], y[chosen])
        updates, state = rule.update(gradient, state)
        return (optax.apply_updates(layers, updates), state), loss

    def epoch(batch, now, key):
        order = jax.random.permutation(key, rows)
        whole = rows // batch * batch
        now, losses = jax.lax.scan(step, now, order[:whole].reshape(-1, batch))
        if whole < rows:
            now, _ = step(now, order[whole:])
        return now, losses[-1]

    @jax.jit
    def training(layers, key):
        keys = jax.random.split(key, EPOCHS)
        return jax.lax.scan(lambda *a: epoch(BATCH, *a), (layers, rule.init(layers)), keys)[1]

    @jax.jit
    def whole(layers, key):
        keys = jax.random.split(key, 5)
        return jax.lax.scan(lambda *a: epoch(rows, *a), (layers, rule.init(layers)), keys)[1]

    layers = jax.tree.map(jnp.asarray, layers)
    key = jax.random.key(1)
    return lambda: training(layers, key).block_until_ready(), lambda: whole(layers, key)
