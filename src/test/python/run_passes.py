"""Runs passes over cells in one fresh kernel and records what each cell shows.

Usage: run_passes.py PLAN RESULT     (with the Python of .venv)

PLAN:   {"folder": where the kernel starts,
         "passes": [[{"id": ..., "source": ..., "tags": [...]}, ...], ...]}
RESULT: {"passes": [{"seconds": ..., "cells": [{"outputs": ..., "execution_count": ...}, ...]}, ...],
         "failure": null, or why the last of these passes is not complete}
"""

import importlib.machinery
import importlib.util
import json
import sys
import time
from pathlib import Path

from nbformat.v4 import new_code_cell

ROOT = Path(__file__).resolve().parents[3]


def load_lab():
    """`lab` as a module, so that tests run cells in the same way as `lab --run` does."""
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("lab", str(ROOT / "lab"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("lab", loader))
    loader.exec_module(module)
    return module


def run(plan):
    lab = load_lab()
    passes, failure = [], None
    try:
        with lab.Kernel(plan["folder"]) as kernel:
            for steps in plan["passes"]:
                cells = [
                    new_code_cell(step["source"], id=step["id"], metadata={"tags": step["tags"]})
                    for step in steps
                ]
                start = time.monotonic()
                try:
                    kernel.run(cells)
                finally:
                    passes.append({"seconds": time.monotonic() - start, "cells": cells})
    except lab.CellFailed as failed:
        failure = str(failed)
    return {"passes": passes, "failure": failure}


def main():
    plan, result = map(Path, sys.argv[1:])
    recorded = run(json.loads(plan.read_text(encoding="utf-8")))
    result.write_text(json.dumps(recorded, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
