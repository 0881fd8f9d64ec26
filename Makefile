# Everything here needs Python 3.11 or newer and make, and nothing else: the virtual environment is made on first use.
.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check
TESTS ?= tests
PYTEST_OPTIONS ?= -n auto

.PHONY: help demo test thorough lint format docs docs-check bench build clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

demo: $(VENV)/run-time ## load the sample articles into demo.db and show what is in it
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh tools/demo.sh

test: $(VENV)/development ## run the tests (TESTS=tests/articles for some of them)
	@$(BIN)/python -m pytest $(PYTEST_OPTIONS) $(TESTS)

thorough: $(VENV)/development ## run the tests of the promises with all generated cases (minutes)
	@SUMMITDB_THOROUGH=1 $(BIN)/python -m pytest -n auto tests/fold/test_promises.py tests/fold/test_crash.py

lint: $(VENV)/development ## check style, types and the direction of dependencies
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/development ## put the code into the project's style
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

docs: $(VENV)/development ## generate the reference pages in docs/
	@$(BIN)/python tools/docs.py

docs-check: $(VENV)/development ## fail where the reference pages in docs/ are stale
	@$(BIN)/python tools/docs.py --check

bench: $(VENV)/development ## measure extraction, loading and start-up
	@$(BIN)/python -m benchmarks

build: $(VENV)/development ## build the wheel and the source archive in dist/
	@$(BIN)/python -m build --outdir dist

clean: ## remove what this file makes
	@rm -rf $(VENV) dist build *.egg-info .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache demo.db*

$(VENV)/development: $(VENV)/run-time
	@echo "Installing what development needs (a minute on the first run) ..."
	@$(PIP) --editable '.[dev]'
	@touch $@

$(VENV)/run-time: pyproject.toml tools/venv.sh
	@sh tools/venv.sh $(VENV)
	@echo "Installing SummitDB ..."
	@$(PIP) --editable .
	@touch $@
