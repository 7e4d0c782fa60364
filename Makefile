# Every target does its own set-up: the environment is made from the lock file when it is missing or outdated.
.PHONY: demo test check bench histories soak torture fuzz pictures evaluate train format lock
BIN := .venv/bin
EVALUATION ?= ../shared/eval/dev.jsonl

.venv/ready: requirements.lock pyproject.toml scripts/setup.sh
	@scripts/setup.sh

# The whole job on a simulated mailbox of ten weeks, in under a minute.
demo: .venv/ready
	@$(BIN)/heardback demo

# The suite, against real servers where they can be installed. It waits a good part of its time, so
# three processes keep two cores busy; it starts many, so what they import stays compiled.
test: .venv/ready
	@scripts/servers.sh
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 3

# Format, lint, types and import contracts.
check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m scripts.corpus_check
	$(BIN)/bandit -q -c pyproject.toml -r heardback respond classify ingest store
	$(BIN)/python -m scripts.audit
	$(BIN)/python -m scripts.messages_check

# Time, memory and room beside what each is compared to: one table, in some nine minutes on two quiet cores. The page is
# renewed by: python -m bench --runs 3 --write docs/bench.md --json docs/bench.json
bench: .venv/ready
	@scripts/servers.sh
	$(BIN)/python -m bench --json bench.json

# Ten thousand steps of invented histories in any order of arrival; the suite takes some hundred.
histories: .venv/ready
	HEARDBACK_LONG_RUN=10000 $(BIN)/python -m pytest tests/heardback/test_any_history.py --timeout 3600

# Months of service in minutes, with a fault every few rounds: nothing lost or doubled, no growth. The suite runs a hundred.
soak: .venv/ready
	@scripts/servers.sh
	$(BIN)/python -m bench.soak 10000

# Everything that can fail, made to fail on real servers, a death at every commit, ten thousand steps of any weeks: about an
# hour, and docs/torture.md anew. The suite does a part of it.
torture: .venv/ready
	@scripts/servers.sh
	$(BIN)/python -m bench.torture

# New broken mails, pages, calendars and answers of servers, for as long as it takes; the suite looks at some hundred.
fuzz: .venv/ready
	HEARDBACK_LONG_RUN=20000 $(BIN)/python -m pytest tests/security/test_fuzz.py --timeout 7200
	$(BIN)/python -m bench.brokenmails 10000

# The pictures of the README, taken of the demo's page and digest.
pictures: .venv/ready
	@scripts/servers.sh
	HEARDBACK_PICTURES=docs/pictures $(BIN)/python -m pytest tests/web/test_pictures.py

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

# Renews the lock files (needs uv): versions and hashes, no addresses; the two short ones are what a container installs.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --all-extras \
		--group dev --no-emit-index-url --no-emit-find-links --quiet pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --extra notify \
		--no-emit-index-url --no-emit-find-links --quiet -c requirements.lock pyproject.toml -o requirements-run.lock
	echo 'hatchling>=1.27' | uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--no-emit-index-url --no-emit-find-links --quiet -c requirements.lock - -o requirements-build.lock
