# `make` sets up, checks the dataset, builds the site and cuts a release. `make test` tests the code.

# The first interpreter that starts and is new enough: a name on PATH may be an idle shim.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)
# One lock serves every supported version, so it is resolved on the oldest.
LOCK_PYTHON ?= python3.11
JUDGES := edtf@4.11.1 ajv-cli@5.0.0 @microsoft/jest-sarif@1.0.0-beta.0 \
	vscode-langservers-extracted@4.10.0 axe-core@4.14.1 vnu-jar@26.9.27
PEERS := ajv-cli@5.0.0 ajv-formats@3.0.1

export PYTHONPATH := $(CURDIR)/tools
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

python := .venv/bin/python
milepost := $(python) -m milepost
# Nothing is built here, but for the one package under mlcroissant that comes as source alone.
install := $(python) -m pip install -qq --require-hashes --no-deps --only-binary :all: \
	--no-binary jsonpath-rw
npm_install := npm install --no-save --no-package-lock --ignore-scripts --no-audit --no-fund
compile := build/venv-lock/bin/pip-compile --quiet --strip-extras --allow-unsafe \
	--generate-hashes --no-header --no-emit-options --no-emit-index-url \
	--no-emit-trusted-host --no-emit-find-links $(if $(UPGRADE),--upgrade)
without_addresses = grep -vE '^--|://' $1 > build/lock && mv build/lock $1

.NOTPARALLEL:
.PHONY: all check site release test serve fix bench links lock verify-texts judges judge-croissant peers \
	clean

all: check site release

check: .venv/main.stamp
	$(milepost) check $(CHECK_FLAGS)

site serve fix: .venv/main.stamp
	$(milepost) $@

release: .venv/main.stamp
	$(milepost) release $(RELEASE_FLAGS)

verify-texts: .venv/main.stamp
	@test -n "$(TEXTS)" || { echo "Say where the texts are: make verify-texts TEXTS=folder" >&2; exit 2; }
	$(milepost) evidence verify --texts "$(TEXTS)"

# It asks hosts on the network, so nothing else rests on it.
links: .venv/main.stamp
	$(python) -m links $(LINKS_FLAGS)

test: .venv/test.stamp
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	$(python) -m pytest $(PYTEST_FLAGS)

judge-croissant: .venv/test.stamp .venv/croissant.stamp
	$(python) -m pytest -m croissant tests/judges/test_croissant.py $(PYTEST_FLAGS)

# Peers from npm are measured where node is; without it the others are.
bench: .venv/bench.stamp build/venv-needs/needs.stamp $(if $(shell command -v npm),peers)
	$(python) -m bench $(BENCH_FLAGS)

judges: build/node_modules/judges.stamp

peers: build/peers/node_modules/peers.stamp

# `make lock` keeps the versions that still fit; `make lock UPGRADE=1` takes the newest.
lock: build/venv-lock/lock.stamp
	$(compile) --extra site --extra release --output-file=requirements.lock pyproject.toml
	$(call without_addresses,requirements.lock)
	for name in requirements-test requirements-bench requirements-croissant \
			requirements-needs; do \
		$(compile) --output-file=$$name.lock $$name.in || exit 1; \
		$(call without_addresses,$$name.lock) || exit 1; \
	done

clean:
	rm -rf .venv build dist

# A changed lock means a new environment: nothing that it no longer names may linger.
.venv/main.stamp: requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: make PYTHON=path" >&2; exit 2; }
	$(PYTHON) -m venv --clear .venv
	$(install) -r requirements.lock
	$(python) -m pip check
	touch $@

.venv/test.stamp .venv/bench.stamp .venv/croissant.stamp: .venv/%.stamp: .venv/main.stamp requirements-%.lock
	if test -e $@; then rm .venv/main.stamp && $(MAKE) .venv/main.stamp; fi
	$(install) -r requirements-$*.lock
	$(python) -m pip check
	touch $@

build/venv-needs/needs.stamp: requirements-needs.lock
	$(python) -m venv --clear build/venv-needs
	build/venv-needs/bin/python -m pip install -qq --require-hashes --no-deps \
		--only-binary :all: -r $<
	touch $@

build/venv-lock/lock.stamp: Makefile
	$(LOCK_PYTHON) -m venv --clear build/venv-lock
	build/venv-lock/bin/python -m pip install --quiet pip-tools==7.6.2
	touch $@

# Folders of their own: npm removes from a folder whatever it is not asked for.
build/node_modules/judges.stamp: Makefile
	$(npm_install) --prefix build $(JUDGES)
	touch $@

build/peers/node_modules/peers.stamp: Makefile
	$(npm_install) --prefix build/peers $(PEERS)
	touch $@
