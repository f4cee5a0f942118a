# Everything a newcomer needs: `make run`, then `make test`. Each target sets up what it needs.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/ready
PEER   := build/peer

# Compiled bytecode lies in the environment, so that nothing but the environment is added to the tree. It is kept
# even where Python is told to keep none, as in container images: else each command a test runs compiles all again.
export PYTHONPYCACHEPREFIX := $(CURDIR)/$(VENV)/bytecode
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test lint page bench bench-long golden render samples lock

# Convert the samples; exit code 1 only says that findings were found, as they must be in the third.
run: $(READY)
	$(BIN)/jixiao convert samples/inbox -o outbox || [ $$? -eq 1 ]

# Run all tests. Rendering tests need LibreOffice; JIXIAO_RENDER=1 makes them fail rather than skip.
test: $(READY)
	$(BIN)/pytest -n auto --dist worksteal

# Check style and types.
lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Build build/page/jixiao.html, which runs the converter in a browser without anything installed. Needs npm.
page: $(READY)
	$(BIN)/python -m page.build

# Measure us and a peer script side by side in one run, and print ratios. The peer has an environment of its own.
bench: $(READY) $(PEER)/ready
	$(BIN)/python -m benchmarks.bench

# Time whole runs of up to 1,000 departments, and convert 4,000 in one process: does memory stay flat, and speed?
bench-long: $(READY)
	$(BIN)/python -m benchmarks.bench --long

# Renew the golden texts after a wanted change; review the diff before committing it.
golden: $(READY)
	JIXIAO_GOLDEN=1 $(BIN)/pytest -q tests/conversion tests/overview tests/pack

# Render the samples' reports to PDF and page images in build/render, official fonts stood in for.
render: run
	sh render/render.sh outbox build/render

# Make the sample workbooks again (no difference unless the samples changed).
samples: $(READY)
	$(BIN)/python -m samples.make

# Resolve the ranges of pyproject.toml, and what the peer of `make bench` needs, into the locks again, with hashes for every platform and Python supported.
# What is locked already keeps its version; `rm requirements*.lock benchmarks/peer/*.lock` first to take the newest of everything.
RESOLVE := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --custom-compile-command "make lock"
lock: $(READY)
	$(RESOLVE) pyproject.toml -o requirements.lock
	$(RESOLVE) pyproject.toml --extra dev -c requirements.lock -o requirements-dev.lock
	$(RESOLVE) benchmarks/peer/requirements.in -c requirements.lock -o benchmarks/peer/requirements.lock

$(READY): pyproject.toml requirements-dev.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)

$(PEER)/ready: benchmarks/peer/requirements.lock
	$(PYTHON) -m venv $(PEER)
	$(PEER)/bin/pip install -q --disable-pip-version-check --require-hashes -r benchmarks/peer/requirements.lock
	touch $(PEER)/ready
