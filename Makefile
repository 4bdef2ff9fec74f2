# The house's front door: `make help` lists what can be done here.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
export PORT

.DEFAULT_GOAL := help
.PHONY: help run test check format lint types contracts coverage mutation lock icons messages styles screens lighthouse validate grades seeds bench bench-million clean

help: ## list these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

run: $(VENV)/.installed ## install, migrate, seed the demo listings and serve on http://127.0.0.1:8000
	@DIRECTORY_ENV=development $(BIN)/directory serve --prepare

test: $(VENV)/.installed-dev ## install what the tests need and run them all
	@sh tests/install_browser.sh
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

check: $(VENV)/.installed-dev format lint types contracts test ## format, lint, types, import contracts, then the tests

format: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

contracts: $(VENV)/.installed-dev
	$(BIN)/lint-imports

coverage: $(VENV)/.installed-dev ## test triage and matching alone, and name every branch that no test takes
	$(BIN)/pytest tests/triage tests/matching --cov --cov-report=term

mutation: $(VENV)/.installed-mutation ## change triage and matching line by line, and count what the tests miss (takes hours)
	$(BIN)/mutmut run
	$(BIN)/mutmut results

lock: ## pin every dependency again, with hashes (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes -q --custom-compile-command "make lock" -o requirements.lock
	uv pip compile pyproject.toml --group bench --universal --python-version 3.11 --generate-hashes -q --custom-compile-command "make lock" -o requirements-bench.lock
	uv pip compile pyproject.toml --group mutation --universal --python-version 3.11 --generate-hashes -q --custom-compile-command "make lock" -o requirements-mutation.lock
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes -q --custom-compile-command "make lock" -o requirements-dev.lock

styles: ## compile the styles and compress what is served (needs Node)
	@sh styles/build.sh

icons: ## draw the icons of the home screen from the mark (needs Node)
	@sh styles/icons.sh

messages: $(VENV)/.installed-dev ## find every text anew, and bring the Spanish catalog up to date
	$(BIN)/python -m translations

screens: $(VENV)/.installed-dev ## take the pictures of the main pages anew, wide, narrow and dark
	$(BIN)/python -m docs.pictures --into docs/screens/after

lighthouse: $(VENV)/.installed-dev ## let Lighthouse judge every page of the patient (needs Node and Chromium)
	$(BIN)/python -m benchmarks.lighthouse

validate: $(VENV)/.installed-dev ## let the Nu HTML checker read every page of the patient (needs Node and Java)
	@PYTHON=$(BIN)/python sh benchmarks/validate.sh

grades: $(VENV)/.installed-dev ## measure how hard each page is to read
	$(BIN)/python -m tests.words.reading_grade

seeds: $(VENV)/.installed-dev ## write the demo listings anew
	$(BIN)/python -m seed_data.generate

bench: $(VENV)/.installed-bench ## time searches and matches beside other engines, at 10,000 and 100,000 listings
	$(BIN)/python -m benchmarks --sizes 10000,100000

bench-million: $(VENV)/.installed-bench ## the same, and at 1,000,000 (takes an hour)
	$(BIN)/python -m benchmarks --sizes 10000,100000,1000000

clean: ## remove what was installed and built here (the instance folder stays)
	rm -rf $(VENV) .build dist *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed. On Debian: sudo apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment. On Debian: sudo apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.installed-bench: requirements-bench.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@

$(VENV)/.installed-mutation: requirements-mutation.lock $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-mutation.lock
	@touch $@
