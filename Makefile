# `make` reads the report in reports/ into output/; `make test` runs the tests. Nothing else has to be installed
# than Python 3.11 or later: both make their own virtual environment in .venv.

PYTHON ?= python3
BIN := .venv/bin
# What a build needs; what tests and the other tools need beside it.
INSTALLED := .venv/installed
INSTALLED_DEV := .venv/installed-dev
PIP_INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check
COMPILE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11

.PHONY: build test lint score gain rules bench docs ontology audit lock clean

build: $(INSTALLED)
	$(BIN)/treatygraph build reports/CED-C-KAZ-1.pdf --output output

# One process more than cores, four at most; the tests of one file stay together, since they share what was built for
# them, and the files are handed out as tests/conftest.py orders them.
test: $(INSTALLED_DEV)
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: $(INSTALLED_DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

# Every report with gold annotations, here and in ../shared where that is at hand.
score: $(INSTALLED_DEV)
	$(BIN)/python benchmarks/score.py
	$(BIN)/python benchmarks/narrowing.py
	$(BIN)/python benchmarks/stance.py
	$(BIN)/python benchmarks/dialogue.py
	$(BIN)/python benchmarks/invariance.py
	$(BIN)/python benchmarks/grids.py

# Which rule decides how often and how often it is right, and how good the rules are in a State that they never saw.
# `make rules WRITE=1` also writes rates.toml, which the confidence of mentions is made from.
rules: $(INSTALLED)
	@rm -rf build/records
	$(BIN)/python benchmarks/rules.py --records build/records $(if $(WRITE),--write)
	$(BIN)/python benchmarks/leave_one_out.py --records build/records
	rm -rf build/records

# What a change gained and lost over the reports at hand: `make gain BASE=v0.1.0`, or the commit before.
gain: $(INSTALLED)
	$(BIN)/python benchmarks/gain.py $(if $(BASE),--base $(BASE))

# `make bench FULL=1` tells how long units of 4,000 and 8,000 mentions take, not of 800 and 1,600; it takes many minutes.
bench: $(INSTALLED_DEV)
	$(BIN)/python benchmarks/speed.py $(if $(FULL),--full)
	$(BIN)/python benchmarks/real_reports.py

# The documentation as a site, in build/docs/html; its tools are installed the first time.
docs: .venv/installed-docs
	$(BIN)/python docs/build.py

# ontology/treaties.ttl and ontology/states.ttl, after a change of treaties.json or states.toml.
ontology: $(INSTALLED)
	$(BIN)/python -c "from treatygraph.graph import states, treaties; states.write_states(); treaties.write_treaties()"

# The versions that everyone installs, with their hashes. requirements.lock is what a build needs; of each other lock
# only what its group has beside that, at versions that agree with the locks before it.
lock: $(INSTALLED_DEV)
	$(BIN)/pip install --quiet uv
	$(COMPILE) --group build --output-file requirements.lock pyproject.toml
	$(COMPILE) --group dev $(BESIDE) --output-file requirements-dev.lock pyproject.toml
	$(COMPILE) --group docs $(BESIDE) --constraint requirements-dev.lock --output-file requirements-docs.lock pyproject.toml
	$(COMPILE) --group audit $(BESIDE) --constraint requirements-dev.lock --output-file requirements-audit.lock pyproject.toml

BESIDE = --constraint requirements.lock $$(sed -n 's/^\([a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.lock)

# Known vulnerabilities of what is locked, asked of a service on the internet (exit code 1: there are some; 3: the
# service was not reached), and the bill of materials in build/bom.json, for which nothing is asked.
audit: .venv/installed-audit
	$(BIN)/python .ci/audit.py

# Everything that is made here but the environment; for that, remove .venv. The page in output/ is not made.
clean:
	if [ -d output ]; then find output -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +; fi
	rm -rf dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find pipeline tests benchmarks notebooks -name __pycache__ -type d -prune -exec rm -rf {} +

# The packages come from the internet; a line says so first, since pip is silent.
$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "treatygraph needs Python 3.11 or later: make PYTHON=python3.11")'
	@echo "Making .venv with the $$(grep -c == requirements.lock) packages of requirements.lock; the first time that takes a minute or two."
	@$(PYTHON) -m venv .venv
	@$(PIP_INSTALL) --require-hashes -r requirements.lock
	@echo "Installing treatygraph from this folder."
	@$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/installed-%: requirements-%.lock $(INSTALLED)
	@echo "Adding the $$(grep -c == $<) packages of $< to .venv."
	@$(PIP_INSTALL) --require-hashes -r requirements.lock -r $<
	@touch $@
