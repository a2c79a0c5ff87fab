"""Prints the seconds from the launch of a kernel to the first chart, a training's loss curve.

    launch.py java JAVA_HOME    the project's kernel, if it runs on that JDK
    launch.py python PYTHON     a Python kernel with PyTorch and Matplotlib

or "missing" and what is. Runs in the project's environment, which has jupyter_client.
"""

import os
import subprocess
import sys
import time

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

JAVA = """
import descent.charts.*;
import descent.models.*;
import descent.losses.*;
import descent.notebook.*;
import descent.objectives.*;
import descent.optimizers.*;
import descent.training.*;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
Notebook.start(42);
INDArray x = Nd4j.randn(100, 1);
EmpiricalRisk risk = new EmpiricalRisk(new LinearModel(1), new MeanSquaredError(), x, x.mul(3));
History history = new Training(risk, new GradientDescent(0.1), 50).run(new double[2]);
new LossCurve("A line").run("rate 0.1", history)
"""
PYTHON = """
%matplotlib inline
import matplotlib.pyplot as plt
import torch
x = torch.randn(100, 1, dtype=torch.float64)
model = torch.nn.Linear(1, 1, dtype=torch.float64)
optimizer = torch.optim.SGD(model.parameters(), 0.1)
losses = []
for _ in range(50):
    optimizer.zero_grad()
    loss = torch.nn.functional.mse_loss(model(x), 3 * x)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
plt.plot(losses)
plt.title("A line")
plt.show()
"""


class Specs(KernelSpecManager):
    """Knows the kernel of any Python."""

    def get_kernel_spec(self, name):
        if name == "java":
            return super().get_kernel_spec(name)
        argv = [sys.argv[2], "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name=name, language=name)


def missing(kernel, home):
    if kernel == "java":
        java = os.path.realpath(Specs().get_kernel_spec("java").argv[0])
        if not java.startswith(os.path.realpath(home)):
            return "the kernel runs on another JDK: run ./lab --setup with this JAVA_HOME"
    else:
        imports = subprocess.run([home, "-c", "import ipykernel, matplotlib, torch"], capture_output=True)
        if imports.returncode:
            return imports.stderr.decode().splitlines()[-1]
    return None


def seconds(kernel, code):
    manager = KernelManager(kernel_name=kernel, kernel_spec_manager=Specs())
    start = time.perf_counter()
    manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=120)
        client.execute(code)
        while True:
            message = client.get_iopub_msg(timeout=120)
            if message["msg_type"] == "error":
                sys.exit("\n".join(message["content"]["traceback"]))
            if "image/png" in message["content"].get("data", {}):
                return time.perf_counter() - start
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    what = missing(*sys.argv[1:])
    print("missing: " + what if what else seconds(sys.argv[1], {"java": JAVA, "python": PYTHON}[sys.argv[1]]))
