# `make run` starts everything; `make help` lists the rest.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run setup test check bench corpus nightly lock screens

SYSTEM_PYTHON ?= python3
# A finished environment may be shared: CONSTE_VENV=/path/to/.venv make test
CONSTE_VENV ?= .venv
PYTHON = "$(CONSTE_VENV)/bin/python"
PYTHONPATHS = manage.py safety_press releases tests benchmarks
export CONSTE_MODE ?= local
export PYTHONUNBUFFERED = 1

help:
	@echo "make run      start Conste on this machine (Ctrl-C stops everything)"
	@echo "make setup    prepare everything without starting it"
	@echo "make test     run the tests"
	@echo "make check    format, lint, types, missing migrations, deploy check"
	@echo "make bench    measure search on generated archives, and intake"
	@echo "make corpus   judge the reading of the corpus and the editorial checks"
	@echo "make nightly  the tests that take minutes"
	@echo "make screens  take the documentation's pictures of a running site"
	@echo "make lock     renew the lock files"

run: runtime
	@exec $(PYTHON) manage.py run

setup: runtime
	@$(PYTHON) manage.py prepare

test: development
	@$(PYTHON) -m pytest -m "not nightly" -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

nightly: development
	@$(PYTHON) -m pytest -m nightly $(ARGS)

check: development
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy $(PYTHONPATHS)
	@$(PYTHON) -m djlint --lint --quiet templates
	@$(PYTHON) manage.py makemigrations --check --dry-run
	@$(PYTHON) manage.py check --fail-level WARNING
	@sh deploy/check-settings.sh $(PYTHON)

bench: development
	@$(PYTHON) -m benchmarks $(ARGS)
	@$(PYTHON) -m benchmarks.ingest

CORPUS_OUTPUT ?= var/corpus
corpus: development
	@$(PYTHON) manage.py extract_bulletins tests/corpus/docs --output "$(CORPUS_OUTPUT)" \
	  --catalogue fixtures/vocabulary
	@$(PYTHON) -m tests.corpus.score "$(CORPUS_OUTPUT)" --by format $(ARGS)
	@$(PYTHON) -m tests.corpus.score "$(CORPUS_OUTPUT)" --by layout $(ARGS)
	@$(PYTHON) manage.py check_passages tests/corpus/editorial/lint.json \
	  --output "$(CORPUS_OUTPUT)/editorial-lint.json"
	@$(PYTHON) -m tests.corpus.editorial.score lint "$(CORPUS_OUTPUT)/editorial-lint.json"
	@$(PYTHON) manage.py rate_edits tests/corpus/editorial/rating.json \
	  --output "$(CORPUS_OUTPUT)/editorial-rating.json"
	@$(PYTHON) -m tests.corpus.editorial.score rating "$(CORPUS_OUTPUT)/editorial-rating.json"

# Pictures for the documentation, from a running site:
# make screens ADDRESS=http://127.0.0.1:8000 STAFF=user:password
ADDRESS ?= http://127.0.0.1:8000
screens: development
	@$(PYTHON) -m tests.browser.screens $(ADDRESS) docs/screens $(STAFF)

lock: development
	@UV_NO_PROGRESS=1 $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-emit-index-url --no-annotate requirements.in -o requirements.txt
	@UV_NO_PROGRESS=1 $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-emit-index-url --no-annotate requirements-dev.in -o requirements-dev.txt

# The environment: made once, and again only when a lock file changes.

.PHONY: runtime development
ifeq ($(CONSTE_VENV),.venv)
runtime: .venv/runtime.stamp
development: .venv/development.stamp
else
runtime development:
endif

.venv/bin/python:
	@echo "Se crea el entorno de Python (.venv)…"
	@$(SYSTEM_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Se necesita Python 3.11 o posterior. Indique cuál: make SYSTEM_PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(SYSTEM_PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo "Falta el módulo venv. En Debian y Ubuntu: apt-get install python3-venv"; exit 1; }

.venv/runtime.stamp: requirements.txt | .venv/bin/python
	@echo "Se instalan las dependencias (requirements.txt)…"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/development.stamp: requirements-dev.txt | .venv/runtime.stamp
	@echo "Se instalan las herramientas de desarrollo (requirements-dev.txt)…"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
