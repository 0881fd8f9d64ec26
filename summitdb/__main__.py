"""`python -m summitdb`."""

from summitdb.cli.main import main

if __name__ == "__main__":
    main()
