#!/usr/bin/env bash
# compare.sh CORPORA EVAL OUT: scores copydesk's peers on the pages and texts that
# `make eval` scored copydesk on, and prints all side by side. The peers in Python
# are installed into OUT/venv.
set -euo pipefail
corpora=$(cd "$1" && pwd) eval=$(cd "$2" && pwd) out=$3 go=${GO:-go}
cd "$(dirname "$0")"

[ -f "$eval/scores.json" ] || { echo "compare: $eval has no scores: run make eval first" >&2; exit 1; }
mkdir -p "$out"
[ -d "$out/venv" ] || python3 -m venv "$out/venv"
"$out/venv/bin/pip" install -q --disable-pip-version-check -r requirements.txt
"$out/venv/bin/python" peers.py "$corpora" "$out/records"
"$go" run ./accuracy -corpora "$corpora/dev" -out "$out/records"

columns=("copydesk=$eval/scores.json")
for peer in go-readability go-trafilatura trafilatura trafilatura-precision trafilatura-recall; do
  python3 "$corpora/score.py" "$corpora/dev" "$out/records/$peer" --json "$out/$peer.json" >/dev/null
  columns+=("$peer=$out/$peer.json")
done
"$go" run ./table "${columns[@]}"
if [ -f "$eval/fixes.json" ]; then
  python3 "$corpora/score_fix.py" "$corpora/defects" "$out/records/ftfy" --json "$out/ftfy.json" >/dev/null
  echo
  "$go" run ./table "copydesk=$eval/fixes.json" "ftfy=$out/ftfy.json"
fi
