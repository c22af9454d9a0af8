# `make demo` and `make test` need only git, make and Python >= 3.11.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check --no-input

.PHONY: help setup setup-dev demo test check mutate-approval mutate-delivery soak bench lock clean

help: ## Show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

# Two stamps: users need the first, developers the second. Each is remade when
# its lock file changes.
$(VENV)/run.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed / Python 3.11 以上が必要です (PYTHON=python3.12 make …)"; exit 1; }
	@echo "Setting up $(VENV) (once) / 準備をしています(初回だけ)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install $(PIP_FLAGS) --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install $(PIP_FLAGS) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	@$(BIN)/python -m pip install $(PIP_FLAGS) --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(VENV)/run.stamp ## Install what running needs
setup-dev: $(VENV)/dev.stamp ## Install what developing needs

demo: setup ## Run the main job on this machine, without any account (KEEP=DIR keeps it)
	@$(BIN)/sns demo $(if $(KEEP),--keep "$(KEEP)")

test: setup-dev ## Run the tests
	@$(BIN)/python -m pytest -q -n 2 $(ARGS)

check: setup-dev ## Run the linters, the type checker, the import contracts, the workflow checks
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports
	@$(BIN)/check-jsonschema --check-metaschema archive/schema/event-1.schema.json
	@for one in post settings; do $(BIN)/sns schema $$one | $(BIN)/check-jsonschema --check-metaschema - || exit 1; done
	@$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/zizmor --offline --persona=auditor --quiet .github
	@$(BIN)/python -m pytest -q tests/workflows/test_policy.py

mutate-approval: setup-dev ## Try whether every rule of approval has a case that proves it
	@$(BIN)/python -m tests.mutation.run $(ARGS)

mutate-delivery: setup-dev ## Try whether the simulation notices every deliberate bug of delivery
	@$(BIN)/python -m tests.simulation.mutate $(ARGS)

soak: setup-dev ## 100,000 simulated schedules (SEEDS=a:b goes on elsewhere), 200 crowds of real runs
	@SEEDS="$(SEEDS)" $(BIN)/python -m tests.simulation.soak
	@$(BIN)/python -m tests.flow.soak_crowd 200
	@$(BIN)/python -m tests.flow.soak_hang

bench: setup-dev ## Print the figures of the design, measured in one run
	@$(BIN)/python bench/run.py
	@$(BIN)/python -m bench.emergency

lock: ## Resolve the lock files again (needs uv)
	@uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links -q -o requirements.lock
	@uv pip compile pyproject.toml --extra build --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links -q -o requirements-dev.lock

clean: ## Remove what the targets made
	@rm -rf $(VENV) build dist
