# Two commands for a newcomer: `make demo` and `make test`. They set up everything they need.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# WeasyPrint draws certificates with Pango; the tests read them back with poppler.
DRAWING := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
export PYTHONDONTWRITEBYTECODE := 1
export NODE_ENV :=

.PHONY: help demo test check bench setup assets format lock clean \
        test-unit test-sqlite test-postgres test-postgres-walks test-browser test-browser-postgres test-migrations

help: ## what you can ask for
	@grep -hE '^[a-z-]+:.*?## ' $(MAKEFILE_LIST) | awk 'BEGIN{FS=":.*?## "}{printf "  make %-14s %s\n", $$1, $$2}'

demo: setup assets ## start the site with the starter course and people to sign in as
	@scripts/need_system_packages.sh $(DRAWING)
	@$(BIN)/python manage.py demo

test: check test-unit test-sqlite test-postgres test-migrations test-browser ## everything that must pass
	@echo "All green."

check: setup assets ## lint, types and import contracts: seconds
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy lms
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint templates --lint --quiet
	DJANGO_SETTINGS_MODULE=lms.settings.test $(BIN)/python manage.py makemigrations --check --dry-run

test-unit: setup assets ## pure tests, property tests and the rules of the house
	$(BIN)/pytest tests/unit tests/property tests/architecture -n 2

test-sqlite: setup assets ## integration on SQLite
	@scripts/need_system_packages.sh $(DRAWING) poppler-utils
	$(BIN)/pytest tests/integration -n 2 --nomigrations

# Who may open which address is decided in Python: those walks past every address run on one engine.
WALKS := tests/integration/access tests/integration/security/test_odd_requests.py \
         tests/integration/security/test_every_page.py tests/integration/security/test_hidden_fields.py \
         tests/integration/security/test_other_peoples_things.py

test-postgres: setup assets ## integration on PostgreSQL
	@scripts/need_system_packages.sh $(DRAWING) poppler-utils
	$(BIN)/python scripts/with_postgres.py $(BIN)/pytest tests/integration -n 2 --nomigrations \
		$(addprefix --ignore=,$(WALKS))

test-postgres-walks: setup assets ## the walks past every address on PostgreSQL too: minutes more than `make test` has
	@scripts/need_system_packages.sh $(DRAWING) poppler-utils
	$(BIN)/python scripts/with_postgres.py $(BIN)/pytest $(WALKS) -n 2 --nomigrations

test-migrations: setup ## every migration from an empty database, on both engines
	$(BIN)/pytest tests/migrations
	$(BIN)/python scripts/with_postgres.py $(BIN)/pytest tests/migrations

# The pages are the same on both engines: on PostgreSQL only the journeys in which several people write.
STORIES := tests/browser/test_story.py tests/browser/test_talks.py tests/browser/test_overviews.py \
           tests/browser/test_certificates.py tests/browser/test_scheme_editor.py

test-browser: setup assets ## every page in a real Chromium with axe; the stories on both engines
	@scripts/need_system_packages.sh chromium
	$(BIN)/pytest tests/browser --nomigrations -n 2 --dist loadfile
	$(BIN)/python scripts/with_postgres.py $(BIN)/pytest $(STORIES) --nomigrations -p no:xdist

test-browser-postgres: setup assets ## every page in Chromium on PostgreSQL too: 4 minutes more than `make test` has
	@scripts/need_system_packages.sh chromium
	$(BIN)/python scripts/with_postgres.py $(BIN)/pytest tests/browser --nomigrations -p no:xdist

bench: setup assets ## one line per figure, and build/bench.json
	@scripts/need_system_packages.sh $(DRAWING)
	$(BIN)/python -m tests.bench

format: setup ## let ruff write the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: setup ## write the lock files again (versions and hashes, no host names)
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.lock

setup: $(VENV)/.installed

$(VENV)/.installed: requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=…"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { scripts/need_system_packages.sh python3-venv && $(PYTHON) -m venv $(VENV); }
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

assets: lms/static/lms/vendor/.built

lms/static/lms/vendor/.built: package-lock.json scripts/assets.mjs
	@command -v node >/dev/null || { echo "Node 20 or newer is needed for the set-up (not at run time)."; exit 1; }
	npm ci --silent --no-audit --no-fund
	npm run --silent assets
	@touch $@

clean: ## forget the set-up, the database of the demo and the build
	rm -rf $(VENV) node_modules lms/static/lms/vendor build var
