"""Run all measurements, or those that are named: python -m benchmarks [extraction] [loading] [startup]"""

from __future__ import annotations

import sys
from importlib import import_module

ALL = ("extraction", "loading", "startup")

for name in [name for name in sys.argv[1:] if not name.startswith("--")] or ALL:
    if name not in ALL:
        sys.exit(f"benchmarks: no measurement {name!r}; there are {', '.join(ALL)}")
    print(f"{name}: {(import_module(f'benchmarks.{name}').__doc__ or '').strip()}")
    import_module(f"benchmarks.{name}").main()
