#!/usr/bin/env bash
# run.sh CORPORA OUT: runs copydesk over the corpora, scores the records and the
# repaired texts, and holds the figures against floors.json.
set -euo pipefail
corpora=$1 out=$2 go=${GO:-go}

[ -d "$corpora/dev" ] || { echo "eval: no corpora at $corpora: set CORPORA" >&2; exit 1; }
command -v python3 >/dev/null || { echo "eval: the scorers need python3, which is not installed" >&2; exit 1; }
rm -rf "$out"
mkdir -p "$out"

echo "== every page: valid, undone, the same bytes in any order"
CORPORA="$(cd "$corpora/dev" && pwd)" "$go" test -count=1 -run '^TestCorpora$' -v ./internal/golden | grep -v '^=== '

echo "== extraction, each page by weights that have not seen its site"
"$go" run ./internal/train -corpora "$corpora/dev" -out build/models
"$go" run ./internal/train/dumps -eval "$corpora/dev" -html build/models -folds build/dumps
"$go" run ./internal/eval -corpora "$corpora/dev" -models build/models -dumps build/dumps -out "$out/records"
python3 "$corpora/score.py" "$corpora/dev" "$out/records" --json "$out/scores.json" --kinds

if [ -d "$corpora/defects" ] && bin/copydesk fix --help >/dev/null 2>&1; then
  echo "== repair"
  for kind in "$corpora"/defects/*/; do
    kind=$(basename "$kind")
    bin/copydesk fix "$corpora/defects/$kind/damaged" -o "$out/fixes/$kind"
  done
  python3 "$corpora/score_fix.py" "$corpora/defects" "$out/fixes" --json "$out/fixes.json"
fi

echo "== floors"
"$go" run ./internal/eval/floors "$out/scores.json" "$out/fixes.json"
