#!/bin/sh
# Makes the virtual environment $1 with the first Python of version 3.11 or newer on the PATH, unless it is there and works.
set -eu

new_enough='import sys; sys.exit(sys.version_info < (3, 11))'

"$1/bin/python" -c "$new_enough" 2>/dev/null && exit 0

for python in python3 python3.13 python3.12 python3.11 python3.14 python; do
    if command -v "$python" >/dev/null && "$python" -c "$new_enough" 2>/dev/null; then
        echo "Making a virtual environment in $1 with $("$python" --version) ..."
        rm -rf "$1"
        "$python" -m venv "$1" || {
            echo "make: $python cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2
            exit 1
        }
        exit 0
    fi
done
echo "make: no Python 3.11 or newer found on the PATH" >&2
exit 1
