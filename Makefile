# What a person types. Stamps in .venv make the second run instant; pyproject.toml and constraints.txt decide what is in it.

PYTHON ?= python3
BIN := .venv/bin

# Three on two cores, since tests wait a lot. A file's tests stay in one process: what they share is made once.
# A process that crashes is named and ends the part: with another in its place the rest would wait for ever.
BESIDE := -n 3 --dist loadfile --max-worker-restart 0
TWO := -n 2 --dist loadfile --max-worker-restart 0

.PHONY: run test check fmt gui words bench lint system-run system-test
.DEFAULT_GOAL := run

# The desk where there is a screen; elsewhere a rehearsal that is told in words.
run: .venv/run.stamp
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ] || [ "$$OS" = Windows_NT ]; then \
	  exec $(BIN)/honban; \
	else \
	  exec $(BIN)/honban rehearse --speed 8 --seconds 30; \
	fi

# Every part runs, whatever became of the one before, and the failures of all of them count.
test: .venv/test.stamp lint
	@failed=0; \
	$(BIN)/pytest $(BESIDE) -m "not journey and not alone" || failed=1; \
	$(BIN)/pytest $(TWO) -m "journey and not alone" || failed=1; \
	$(BIN)/pytest -m alone || failed=1; \
	exit $$failed

check: .venv/test.stamp lint
	@$(BIN)/pytest $(BESIDE) -m "not journey and not alone"

fmt: .venv/test.stamp
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

GALLERY ?= gallery

gui: .venv/test.stamp
	@$(BIN)/python -m tests.gallery $(GALLERY)

words: .venv/test.stamp
	@$(BIN)/python -m tests.words

bench: .venv/test.stamp
	@$(BIN)/honban bench

lint: .venv/test.stamp
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

system-run system-test:
	@.ci/system-packages $(@:system-%=%)

.venv/made.stamp: | system-run
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo \
	  "Honban needs Python 3.11 or newer and '$(PYTHON)' is not. Install it, or name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { echo \
	  "'$(PYTHON)' could not make .venv. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/run.stamp: .venv/made.stamp pyproject.toml constraints.txt | system-run
	@echo "Installing Honban's Python packages into .venv (the first time takes a few minutes) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/test.stamp: .venv/made.stamp pyproject.toml constraints.txt | system-test
	@echo "Installing Honban's Python packages and test tools into .venv (the first time takes a few minutes) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@ .venv/run.stamp
