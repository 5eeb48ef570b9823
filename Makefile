# `make` reads the report in reports/ into output/; `make test` runs the tests. Nothing else has to be installed
# than Python 3.11 or later: both make their own virtual environment in .venv.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed

.PHONY: build test lint score gain bench docs ontology lock clean

build: $(INSTALLED)
	$(BIN)/treatygraph build reports/CED-C-KAZ-1.pdf --output output

# One process a core, four at most; the tests of one file stay together, since they share what was built for them.
test: $(INSTALLED)
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

# Every report with gold annotations, here and in ../shared where that is at hand.
score: $(INSTALLED)
	$(BIN)/python benchmarks/score.py
	$(BIN)/python benchmarks/narrowing.py
	$(BIN)/python benchmarks/stance.py

# What a change gained and lost over the reports at hand: `make gain BASE=v0.1.0`, or the commit before.
gain: $(INSTALLED)
	$(BIN)/python benchmarks/gain.py $(if $(BASE),--base $(BASE))

bench: $(INSTALLED)
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/real_reports.py

# The documentation as a site, in build/docs/html; its tools are installed the first time.
docs: .venv/installed-docs
	$(BIN)/python docs/build.py

# ontology/treaties.ttl and ontology/states.ttl, after a change of treaties.json or states.toml.
ontology: $(INSTALLED)
	$(BIN)/python -c "from treatygraph.graph import states, treaties; states.write_states(); treaties.write_treaties()"

# The versions that everyone installs, with their hashes; those of the documentation's tools agree with them.
lock: $(INSTALLED)
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --extra dev \
	  --python-version 3.11 --output-file requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --extra docs \
	  --python-version 3.11 --constraint requirements.lock --output-file requirements-docs.lock pyproject.toml

# Everything that is made here but the environment; for that, remove .venv. The page in output/ is not made.
clean:
	if [ -d output ]; then find output -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +; fi
	rm -rf dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find pipeline tests benchmarks notebooks -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "treatygraph needs Python 3.11 or later: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/installed-docs: requirements-docs.lock $(INSTALLED)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-docs.lock
	touch $@
