# Two commands set everything up on a fresh Debian or Ubuntu: `make demo` and `make test`.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# The newest Python of 3.11 or later; name another with `make test PYTHON=/path/to/python3`.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; \
	done)

BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
INSTALLED := .venv/installed

# WeasyPrint's libraries, and fonts for the house style and for names in other scripts.
RUN_NEEDS := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fc-list=fontconfig \
	fonts-liberation fonts-noto-core fonts-noto-cjk
TEST_NEEDS := git=git
CLIENT_NEEDS := libreoffice-writer libreoffice-calc cron python3-uno pdftotext=poppler-utils qpdf=qpdf \
	node=nodejs npm=npm python3-gi gir1.2-poppler-0.18 gs=ghostscript
# The rules of the Open XML SDK without .NET, and the engine of Firefox (without the part that draws,
# it runs on Node 18 too); build/ is ignored by git and emptied by `make clean`.
NODE_CLIENTS := @ooxml-tools/validate@0.4.6 pdfjs-dist@5.5.207
CLIENTS := build/clients
# What drives LibreOffice or cron: two at a time would be in each other's way.
ONE_AT_A_TIME := test_clients.py test_cron_client.py test_spreadsheet_clients.py test_template_comments.py

.PHONY: help
help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' Makefile

.PHONY: demo
demo: $(INSTALLED) run-needs ## Produce every document of every sample case
	$(BIN)/lscp-docs demo

.PHONY: test
test: $(INSTALLED) run-needs test-needs ## Run every check but those with heavy programs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.word_templates --check
	$(BIN)/python -m tools.generated_tables --check
	$(BIN)/lscp-docs templates check
	$(BIN)/pytest -q -n 2 -m "not clients"

.PHONY: check-clients
check-clients: $(INSTALLED) run-needs client-needs $(CLIENTS)/installed ## Try every sample paper, in LibreOffice and others too
	$(BIN)/pytest -q -n 2 -m clients $(addprefix --ignore=tests/,$(ONE_AT_A_TIME))
	$(BIN)/pytest -q -m clients $(addprefix tests/,$(ONE_AT_A_TIME))

.PHONY: format
format: $(INSTALLED) ## Put the code into the project's one format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: build
build: $(INSTALLED) ## Build the wheel into dist/
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

.PHONY: benchmarks
benchmarks: $(INSTALLED) run-needs ## Measure start-up and production times
	@over=0; for name in startup word pdf forms returns register actions tables report disclosure; do \
		$(BIN)/python -m benchmarks.$$name || over=1; \
	done; exit $$over

.PHONY: clean
clean: ## Remove the virtual environment, caches and built files (never output/)
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.PHONY: run-needs test-needs client-needs
run-needs:
	@tools/system_packages.sh $(RUN_NEEDS)
test-needs:
	@tools/system_packages.sh $(TEST_NEEDS)
client-needs:
	@tools/system_packages.sh $(CLIENT_NEEDS)

$(CLIENTS)/installed: Makefile | client-needs
	@mkdir -p $(CLIENTS)
	@npm install --prefix $(CLIENTS) --no-package-lock --no-save --no-audit --no-fund --silent \
		--omit=optional $(NODE_CLIENTS)
	@touch $@

.venv/made:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Python 3.11 or later is needed: see docs/install.md, or name one with PYTHON=..." >&2; \
		exit 1; \
	fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
		tools/system_packages.sh \
			$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	fi
	@echo "Making the virtual environment in .venv"
	@$(PYTHON) -m venv .venv
	@touch $@

$(INSTALLED): .venv/made pyproject.toml constraints.txt
	@echo "Installing Python packages into .venv (the first time this takes a minute or two)"
	@$(PIP) install --upgrade --constraint constraints.txt pip
	@$(PIP) install --constraint constraints.txt --build-constraint constraints.txt \
		--group dev --editable .
	@touch $@
