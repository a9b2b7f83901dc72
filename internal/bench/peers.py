#!/usr/bin/env python3
"""Lets the peers that are written in Python read the same pages and repair the same texts.

peers.py CORPORA OUT

OUT gets trafilatura/CORPUS/ID.json, trafilatura-precision/…, trafilatura-recall/… and ftfy/KIND/ID.txt.
"""
import gzip, json, sys
from pathlib import Path

import ftfy
import trafilatura

MODES = {
    "trafilatura": {},
    "trafilatura-precision": {"favor_precision": True},
    "trafilatura-recall": {"favor_recall": True},
}


def read(page, url, mode):
    doc = trafilatura.bare_extraction(page, url=url, include_comments=False, with_metadata=True, **mode)
    if doc is None:
        return {"headline": "", "text": ""}
    authors = [a.strip() for a in (doc.author or "").split(";") if a.strip()]
    return {"headline": doc.title or "", "text": doc.text or "", "authors": authors, "published": doc.date or ""}


def main():
    corpora, out = Path(sys.argv[1]), Path(sys.argv[2])
    for gold in sorted(corpora.glob("dev/*/gold.jsonl")):
        for name in MODES:
            (out / name / gold.parent.name).mkdir(parents=True, exist_ok=True)
        for line in open(gold, encoding="utf-8"):
            row = json.loads(line)
            page = gold.parent / "pages" / f"{row['id']}.html.gz"
            if not page.exists():
                continue  # a dump
            data = gzip.open(page).read()
            for name, mode in MODES.items():
                to = out / name / gold.parent.name / f"{row['id']}.json"
                to.write_text(json.dumps(read(data, row.get("url"), mode), ensure_ascii=False), encoding="utf-8")
    for text in sorted(corpora.glob("defects/*/damaged/*.txt")):
        to = out / "ftfy" / text.parent.parent.name / text.name
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(ftfy.fix_text(text.read_text(encoding="utf-8", errors="replace")), encoding="utf-8")


main()
