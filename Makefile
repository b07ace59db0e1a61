# Two commands for newcomers, each does its own set-up:
#   make answer   a real answer from the collection in directives/
#   make test     everything that must hold: style, types, tests
# Needs Python 3.11 or newer (PYTHON=python3.12 make … chooses another), git and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: answer test check lint types pytest engines ocr browser site serve deep bench schemas pins clean

answer: $(VENV)/run
	$(BIN)/geltung applies --date 2025-07-15 --unit Eingangszone

test: lint types pytest engines

lint: $(VENV)/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/dev
	$(BIN)/mypy

APT := $(if $(filter 0,$(shell id -u)),,sudo) env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300

pytest: $(VENV)/dev ocr browser
	$(BIN)/python -m pytest -n auto --dist loadfile

# The search on the other two distributions of Whoosh, put in front of the installed one, so that the choice stays free.
engines: $(VENV)/engines
	for name in whoosh whoosh3; do \
		echo "search with $$name"; \
		PYTHONPATH=$(VENV)/engines/$$name $(BIN)/python -W ignore -m pytest tests/search || exit 1; \
	done

# Scans are tested with the real programs: tesseract with German, and ocrmypdf; installed here where they are missing
# (Debian, Ubuntu; as root or with sudo). Elsewhere the tests that need them are skipped and say so.
ocr:
	@{ command -v ocrmypdf && tesseract --list-langs | grep -qx deu; } >/dev/null 2>&1 || \
	if command -v apt-get >/dev/null; then \
		$(APT) update && $(APT) install -y --no-install-recommends ocrmypdf tesseract-ocr-deu >/dev/null; \
	else echo "Not installed: ocrmypdf and tesseract with German; tests of scans will be skipped"; fi

# The site is tested in a real browser: Debian's or Ubuntu's chromium, installed here where there is none (as root or
# with sudo). Elsewhere install one yourself and say where it is: GELTUNG_CHROMIUM=/path/to/chromium make test
browser:
	@PYTHONPATH=. $(PYTHON) -c 'from tests.site.browser import executable as e; raise SystemExit(not e())' || \
	if command -v apt-get >/dev/null; then \
		$(APT) update && $(APT) install -y --no-install-recommends chromium fonts-liberation >/dev/null; \
	else PYTHONPATH=. $(PYTHON) -c 'from tests.site import browser; print(browser.HINT)'; fi

# The site in build/site, and the editors' live preview of it.
site: $(VENV)/dev
	$(BIN)/mkdocs build --strict

serve: $(VENV)/dev
	$(BIN)/mkdocs serve

# The property tests with many more examples.
deep: $(VENV)/dev
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest tests/questions tests/validity

# The collection's own check, as editors run it.
check: $(VENV)/run
	$(BIN)/geltung check
	$(BIN)/geltung format --check

bench: $(VENV)/dev
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.importing

schemas: $(VENV)/dev
	$(BIN)/python -m geltung.schemas

# Pin the dependencies of pyproject.toml anew, with hashes (needs uv).
pins:
	uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --upgrade --output-file .requirements/run.txt
	uv pip compile pyproject.toml --extra build --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --upgrade --output-file .requirements/dev.txt
	echo whoosh==2.7.4 | uv pip compile - --no-deps --generate-hashes --no-header --no-annotate \
		--output-file .requirements/whoosh.txt
	echo whoosh3 | uv pip compile - --no-deps --generate-hashes --no-header --no-annotate --upgrade \
		--output-file .requirements/whoosh3.txt

clean:
	rm -rf $(VENV) .geltung build

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Geltung needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: $(VENV)/made .requirements/run.txt pyproject.toml
	$(INSTALL) --require-hashes --requirement .requirements/run.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/engines: $(VENV)/dev .requirements/whoosh.txt .requirements/whoosh3.txt
	@mkdir -p $@
	for name in whoosh whoosh3; do \
		$(INSTALL) --no-deps --require-hashes --upgrade --target $@/$$name --requirement .requirements/$$name.txt || exit 1; \
	done
	@touch $@

$(VENV)/dev: $(VENV)/made .requirements/dev.txt pyproject.toml
	$(INSTALL) --require-hashes --requirement .requirements/dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/run
