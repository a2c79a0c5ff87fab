"""The peers of descent.performance.Benchmark in Python: one library a process.

    peer.py LIBRARY THREADS

says in a line which version it has, or "missing"; then it answers each line it reads with another:

    numbers NAME TYPE SIZE 0            the numbers in which all peers have to agree, or "-"
    time    NAME TYPE SIZE SECONDS      the seconds of one run, measured for about so long

The module with_LIBRARY has a function for each kind of work that returns two others: `run()` does
the work once, `numbers()` does it freshly made and returns the numbers.
"""

import importlib
import os
import statistics
import sys
import time

TYPES = {"float": "float32", "double": "float64"}


def measure(run, seconds):
    """Warms up for half of the time; then the median of at least three samples."""
    start, runs = time.perf_counter(), 0
    while runs < 2 or time.perf_counter() - start < seconds / 2:
        run()
        runs += 1
    each = (time.perf_counter() - start) / runs
    repeats = max(1, round(seconds / 10 / each))
    samples, start = [], time.perf_counter()
    while len(samples) < 3 or time.perf_counter() - start < seconds:
        before = time.perf_counter()
        for _ in range(repeats):
            run()
        samples.append((time.perf_counter() - before) / repeats)
    return statistics.median(samples)


def main(library, threads):
    os.environ.update(OPENBLAS_NUM_THREADS=threads, OMP_NUM_THREADS=threads)
    try:
        works = importlib.import_module("with_" + library.lower())
        inputs = importlib.import_module("inputs")
    except ImportError as error:
        print("missing:", error, flush=True)
        return
    print(works.start(int(threads)), flush=True)
    for line in sys.stdin:
        what, name, dtype, size, seconds = line.split()
        kind, arguments = inputs.of(name, TYPES[dtype], int(size))
        make = getattr(works, kind, None)
        if make is None:
            answer = "-"
        elif what == "numbers":
            answer = " ".join(repr(float(number)) for number in make(*arguments)[1]())
        else:
            answer = measure(make(*arguments)[0], float(seconds))
        print(answer, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
