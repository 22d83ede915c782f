# Every target does the set-up that it needs; the second call finds it done.
# `make` alone says what there is.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
ARCHIVE ?= arkiv
# One process a core; a module's tests stay together, for they share what is slow to make. In their own order:
# by number of tests, the modules of one long test would come last, and the other processes would wait.
PYTEST := $(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder
SAMPLES := $(sort $(wildcard $(addprefix samples/*.,pdf tiff tif png txt)))

# Tesseract's own threads only get in the way of one process a core.
export OMP_THREAD_LIMIT := 1
# The tests start the program some hundred times: compiled each time anew, it takes a third longer to start.
unexport PYTHONDONTWRITEBYTECODE
# Pyright asks the network for its newest version, only to advertise it.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.PHONY: help run test test-fast lint lint-style lint-types lint-pyright lint-imports lint-house format \
	bench bench-datasette bench-extraction bench-reading bench-repair bench-search lock clean

help: ## say what there is
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1\t\2/p' Makefile | expand -t 18

# Exit code 3: some documents are partial, which the table says.
run: .venv/.runtime ## read the bundled samples into the folder arkiv and show what was found
	@$(BIN)/justerat run $(SAMPLES) --archive $(ARCHIVE) || [ $$? -eq 3 ]
	@echo "The command justerat is $(BIN)/justerat; 'source $(BIN)/activate' puts it on your path."

test: .venv/.dev ## run every test
	@$(PYTEST)

test-fast: .venv/.dev ## run the tests that take no time
	@$(PYTEST) -m 'not slow'

lint: .venv/.dev ## run every linter and type checker, and report them all
	@$(MAKE) --keep-going --jobs 2 --output-sync=target \
		lint-style lint-types lint-pyright lint-imports lint-house

lint-style: .venv/.dev
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Run 'make format'."; $(BIN)/ruff format --diff .; }

lint-types: .venv/.dev
	@$(BIN)/mypy

lint-pyright: .venv/.dev
	@$(BIN)/pyright

lint-imports: .venv/.dev
	@$(BIN)/lint-imports

lint-house: .venv/.dev
	@$(BIN)/python -m tools.house

format: .venv/.dev ## put the code into the house's form
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

bench: .venv/.dev ## measure repair and records on the samples
	@echo "Repair: of damaged text, and of sound text"
	@$(BIN)/python -m benchmarks.repair --quick
	@echo "Records: what was found of what is true, of the samples"
	@$(BIN)/python -m benchmarks.records
	@echo "The same of documents in many forms, by which the program was mended"
	@$(BIN)/python -m benchmarks.records --truth benchmarks/records/cases
	@echo "The same of two sets of documents that were written apart from the program"
	@$(BIN)/python -m benchmarks.records --truth benchmarks/records/heldout
	@$(BIN)/python -m benchmarks.records --truth benchmarks/records/bodies
	@echo "The same of minutes of 1912 to 1986"
	@$(BIN)/python -m benchmarks.records --truth benchmarks/records/century
	@echo "The same of minutes of 1994 to 2021, by another hand"
	@$(BIN)/python -m benchmarks.records --truth benchmarks/records/templates
	@echo "The same of minutes of 2000 to 2022, by a third hand"
	@$(BIN)/python -m benchmarks.records --truth benchmarks/records/towns

bench-extraction: .venv/.dev ## measure records of minutes made from a grammar; EXTRACTION="--decade 1960" for one decade
	@$(BIN)/python -m benchmarks.extraction $(EXTRACTION)

bench-repair: .venv/.bench ## measure repair beside other programs; REPAIR="--text FILE" for your own text
	@$(BIN)/python -m benchmarks.repair $(REPAIR)

bench-search: .venv/.dev ## measure how quickly an archive answers; SEARCH="--decisions 1000000"
	@$(BIN)/python -m benchmarks.search $(SEARCH)

bench-datasette: .venv/.bench ## measure search beside Datasette; SEARCH="--decisions 100000"
	@$(BIN)/python -m benchmarks.search --datasette $(SEARCH)

bench-reading: .venv/.bench ## measure reading beside other programs; READING=--quick for a few pages
	@$(BIN)/python -m benchmarks.reading $(READING)

# The locks name no index, so that they hold wherever packages come from; --no-config keeps this machine's out.
# One version for every Python, or the type checkers would judge by different NumPys.
COMPILE = $(BIN)/uv pip compile --no-config --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make lock' $(UPGRADE)
OWN = pyproject.toml requirements/build.in

lock: .venv/.dev ## lock the dependencies anew; UPGRADE=--upgrade takes the newest
	$(COMPILE) $(OWN) --output-file requirements/runtime.txt
	$(COMPILE) $(OWN) --extra dev --constraint requirements/runtime.txt --output-file requirements/dev.txt
	$(COMPILE) requirements/peers.in --output-file requirements/peers.txt

clean: ## remove what make made; archives stay
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/.runtime: tools/setup.sh pyproject.toml requirements/runtime.txt
	@tools/setup.sh runtime

.venv/.bench: tools/setup.sh pyproject.toml requirements/dev.txt requirements/peers.txt
	@tools/setup.sh bench

.venv/.dev: tools/setup.sh pyproject.toml requirements/dev.txt requirements/standards.txt
	@tools/setup.sh dev
