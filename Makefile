# What a person types: make demo, make test, make check, make bench, make acceptance, make clean.
# Needs Python 3.11 or 3.12 and make; `make test` also Java 17 and Maven (or Docker) for a real Kafka, and Chromium for the page.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test check bench acceptance clean

UV_VERSION := 0.13.9
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.spor-installed
CODE := schemas streams tests benchmarks
export UV_NO_PROGRESS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_WARN_SCRIPT_LOCATION := 1

help:
	@echo "make demo          watch traffic, flows and alerts on an embedded broker (WAIT=1 keeps the page open)"
	@echo "make test          unit tests, properties, and the suite on a real Kafka"
	@echo "make check         lint, format, types, lock file"
	@echo "make bench         figures beside the naive way, in one run"
	@echo "make acceptance    the full figures: 23,750 messages, two workers, kills"
	@echo "make clean         removes what was built, the environment included"

demo: $(STAMP)
	@$(BIN)/spor demo $(if $(WAIT),--wait) $(if $(COUNT),--count $(COUNT))

test: $(STAMP)
	@$(BIN)/python -m pytest $(ARGS)

check: $(STAMP)
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q tests/deploy/test_lock.py

bench: $(STAMP)
	@$(BIN)/python -m benchmarks $(ARGS)

acceptance: $(STAMP)
	@$(BIN)/python -m benchmarks.acceptance $(ARGS)

clean:
	@rm -rf $(VENV) build dist target demo-out .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find schemas streams tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: every package at the version and hash of the lock file, then this project itself.
$(STAMP): requirements.lock pyproject.toml
	@python=; for candidate in python3.11 python3.12 python3; do \
	  if $$candidate -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' 2>/dev/null; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "Python 3.11 or 3.12 is needed and was not found" >&2; exit 3; fi; \
	if [ ! -x $(BIN)/python ]; then echo "[1/3] environment in $(VENV), with $$($$python --version)"; $$python -m venv $(VENV); fi
	@echo "[2/3] packages of requirements.lock (some 300 MB; a minute on a slow line)"
	@if $(BIN)/python -m pip install --quiet uv==$(UV_VERSION) && $(BIN)/uv --no-cache --system-certs pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock; then :; \
	else echo "      with pip instead of uv"; $(BIN)/python -m pip install --quiet --no-cache-dir --require-hashes -r requirements.lock; fi
	@echo "[3/3] spor itself"
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
