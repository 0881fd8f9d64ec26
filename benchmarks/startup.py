"""How long the program takes to start, as a ratio to the bare interpreter measured in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 15


def main() -> None:
    summitdb = str(Path(sys.executable).with_name("summitdb"))
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"SUMMITDB_URL": f"sqlite:///{folder}/bench.db"}
        _run([summitdb, "db", "upgrade"], environment)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "import sqlite3, connect": [sys.executable, "-c", f"import sqlite3; sqlite3.connect('{folder}/bench.db')"],
            "summitdb --version": [summitdb, "--version"],
            "summitdb sql 'select 1'": [summitdb, "sql", "select 1"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        # Turn by turn, so that a busy moment of the machine strikes all alike.
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(_run(command, environment))
    medians = {name: statistics.median(values) for name, values in times.items()}
    bare, version = medians["python -c pass"], medians["summitdb --version"]
    print(f"median of {ROUNDS} starts, ms")
    for name, median in medians.items():
        print(f"  {name:<26}{median * 1000:7.0f}   {median / bare:5.1f} x python   {median / version:5.1f} x --version")


def _run(command: list[str], environment: dict[str, str]) -> float:
    """Wall seconds of a command, which must succeed."""
    started = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
