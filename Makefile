# make run     set everything up and serve the newsroom on http://127.0.0.1:8000 (PORT=8001 for another port,
#              SAMPLES=0 to leave an empty newsroom empty)
# make test    the tests, on SQLite and all cores (ARGS=tests/desk for some of them)
# make check   linters, Django's checks, the tests, and the tests again on PostgreSQL and Redis where there are any
# make bench   the figures in docs/performance.md
# make readers Lighthouse, axe, the Nu checker, forty points and what a screen reader says (needs Chromium, npm, Java)
# make clean   take away what these made, but no data

PYTHON ?= python3
PORT ?= 8000
IN := .venv/bin/python
NO_PYTHON = { echo "There is no $(PYTHON) here. Install Python 3.11 or newer, then type the same again."; exit 1; }
PREPARE = command -v $(PYTHON) >/dev/null || $(NO_PYTHON); $(PYTHON) deploy/prepare.py
# A core that has run out of tests takes over some of another's: what shares a costly fixture mostly stays together.
CORES = -n auto --dist worksteal
export PORT

.PHONY: run test check bench readers clean packages style templates migrations deployment
.SILENT:

run:
	$(PREPARE) requirements.txt --port $(PORT)
	$(IN) manage.py set_up $(if $(filter 0,$(SAMPLES)),--no-samples)
	exec $(IN) -m gunicorn --config deploy/gunicorn.conf.py newsroom.wsgi

test:
	$(PREPARE) requirements-dev.txt
	$(IN) -m pytest $(CORES) $(ARGS)

packages:
	$(PREPARE) requirements-dev.txt

check: packages
	$(MAKE) --no-print-directory -j 2 style templates migrations deployment
	$(IN) .ci/everywhere.py $(CORES)

style:
	$(IN) -m ruff check .
	$(IN) -m ruff format --check --quiet .

templates:
	$(IN) -m djlint --lint --quiet --profile django --ignore D018,H015,H043 templates

migrations:
	$(IN) manage.py makemigrations --check --dry-run

deployment:
	$(IN) .ci/deployed.py

bench:
	$(PREPARE) requirements-dev.txt
	$(IN) -m benchmarks

readers:
	$(PREPARE) requirements-dev.txt
	$(IN) -m benchmarks.readers $(ARGS)

clean:
	rm -rf .venv .ruff_cache .hypothesis .pytest_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
