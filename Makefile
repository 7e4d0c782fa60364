# Every target does its own set-up: the environment is made from the lock file when it is missing or outdated.
.PHONY: demo test check bench histories evaluate train format lock
BIN := .venv/bin
EVALUATION ?= ../shared/eval/dev.jsonl

.venv/ready: requirements.lock pyproject.toml scripts/setup.sh
	@scripts/setup.sh

# The whole job on a simulated mailbox of ten weeks, in under a minute.
demo: .venv/ready
	@$(BIN)/heardback demo

# The suite, against real servers where they can be installed.
test: .venv/ready
	@scripts/servers.sh
	$(BIN)/python -m pytest -n 2

# Format, lint, types and import contracts.
check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m scripts.corpus_check

# Figures, side by side with what they are compared to.
bench: .venv/ready
	$(BIN)/python -m bench

# Ten thousand steps of invented histories in any order of arrival; the suite takes some hundred.
histories: .venv/ready
	HEARDBACK_LONG_RUN=10000 $(BIN)/python -m pytest tests/heardback/test_any_history.py --timeout 3600

# How well the tagger does on voices it was not trained on and, where at hand, on an evaluation file, beside simpler ways;
# prints the tables and writes them, with two plots, into models/.
evaluate: .venv/ready
	$(BIN)/python -m bench.evaluate "$(EVALUATION)"

# Makes the committed model again from the corpus.
train: .venv/ready
	$(BIN)/heardback train --corpus-only

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Renews the lock file (needs uv): versions and hashes, no addresses.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --all-extras \
		--group dev --no-emit-index-url --no-emit-find-links --quiet pyproject.toml -o requirements.lock
