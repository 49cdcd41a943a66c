# Every goal makes what it needs, on a machine that has only python3 (3.11 or newer), make and git.
PYTHON3 ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
DEMO := build/demo/musterstadt
# The tests start Python hundreds of times; what is compiled once need not be compiled again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo tui test lint bench reliability docs pictures lock

demo: $(VENV)/.ready  ## the main job on the example: copy, check, assemble, summary
	@$(BIN)/tea demo $(DEMO)

tui: $(VENV)/.ready  ## the example in the terminal user interface
	@test -e $(DEMO) || $(BIN)/tea demo $(DEMO)
	@$(BIN)/tea $(DEMO)

test: lint  ## everything that CI runs
	$(BIN)/pytest -n auto --dist worksteal

lint: $(VENV)/.ready  ## style, types, and the direction of the imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 tea_assistant
	$(BIN)/lint-imports

bench: $(VENV)/.ready  ## the speed of everything as ratios, written to benchmarks/RESULTS.md; takes a while
	$(BIN)/python -m benchmarks

reliability: $(VENV)/.ready  ## faults in every write, power cuts, several programs at once; takes an hour
	$(BIN)/python -m reliability

docs: $(VENV)/.ready  ## what the documentation takes from the program: the drawing of the rooms, the tables of keys
	$(BIN)/python docs/make_drawing.py
	$(BIN)/python docs/make_formats.py

pictures: $(VENV)/.ready  ## the screenshots in docs/bilder; every screen in every size with SIZES=--sizes
	$(BIN)/python docs/make_pictures.py $(SIZES)

lock:  ## requirements.lock anew from pyproject.toml
	$(PYTHON3) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --quiet --disable-pip-version-check uv
	build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --group dev --generate-hashes \
		--no-annotate --no-header --upgrade --output-file requirements.lock pyproject.toml

$(VENV)/.ready: pyproject.toml requirements.lock
	@$(PYTHON3) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Python 3.11 or newer is needed; name it with: make PYTHON3=python3.12'; exit 1; }
	@echo 'Making $(VENV) from requirements.lock; this takes a minute, once.' >&2
	@$(PYTHON3) -m venv $(VENV) \
		|| { echo 'python3 makes no virtual environments here; on Debian and Ubuntu: apt install python3-venv'; exit 1; }
	@$(PIP) install --no-deps --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
