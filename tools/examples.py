"""Pages with examples that run: the output shown below each is what it prints, on the sample articles.

In a ```console block each line that begins with `$ ` is run by the shell, and what follows it is its output. A
```python block is run, after those before it on the page, and the ```text block right after it is its output.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]

_BLOCK = re.compile(r"^```(?P<kind>console|python)\n(?P<body>.*?)^```\n(?:\n```text\n(?P<output>.*?)^```\n)?", re.M | re.S)
_WIDTH = "110"


def refreshed(page: Path) -> str:
    """The page with the outputs of its examples as they are now. Raises SystemExit where one fails unexpectedly."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "seeds").symlink_to(ROOT / "seeds")
        session = _Session(Path(folder))
        return _BLOCK.sub(session.block, page.read_text("utf-8"))


class _Session:
    """One reader working through a page in a folder of their own, with the database demo.db."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("SUMMITDB_")} | {
            "PATH": path,
            "SUMMITDB_URL": "demo.db",
            "COLUMNS": _WIDTH,
            "NO_COLOR": "1",
        }
        self.names: dict[str, Any] = {}

    def block(self, match: re.Match[str]) -> str:
        """The block, or pair of blocks, with its output replaced."""
        if match["kind"] == "console":
            commands = [line[2:] for line in match["body"].splitlines() if line.startswith("$ ")]
            return "```console\n" + "\n".join(f"$ {command}\n{self._shell(command)}" for command in commands) + "```\n"
        output = self._python(match["body"])
        return f"```python\n{match['body']}```\n" + (f"\n```text\n{output}```\n" if output else "")

    def _shell(self, command: str) -> str:
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"docs: `{command}` failed:\n{done.stdout}")
        return _tidy(done.stdout)

    def _python(self, code: str) -> str:
        output = io.StringIO()
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(output):
            exec(compile(code, "example", "exec"), self.names)
        return _tidy(output.getvalue())


def _tidy(output: str) -> str:
    """Without spaces at line ends and blank lines at the end."""
    lines = [line.rstrip() for line in output.rstrip().splitlines()]
    return "".join(f"{line}\n" for line in lines)
