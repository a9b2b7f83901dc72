package letters

import (
	"fmt"

	"copydesk/normalize/lexicon"
)

// abroad looks for a name in the lists of other languages. It is asked only
// where the text's own language has neither the word as it stands nor any
// reading of it, and only for what is written as a name: foreign lists hold
// something for nearly every short word.
func (d *document) abroad(j int, p *paragraph, out []Fix) []Fix {
	t := &d.tokens[j]
	key := d.keys[t.key:t.keyTo]
	if len(key) < 4 || len(key) > lexicon.MaxKey || t.upper != 1 || lexicon.Lower(first(d.text[t.start:]), d.turkish) == first(d.text[t.start:]) {
		return out
	}
	if d.table.Lookup(t.hash).Plain() != lexicon.None && (t.marks == 0 || d.asks(t)) {
		return out
	}
	var seen [16]observed
	var lostBuf [8]rune
	obs := d.observe(t, seen[:0])
	lead := newLead()
	for table := range d.otherTables {
		g := table.Lookup(t.hash)
		if t.marks == 0 && t.foreign == 0 {
			lead.plain(g.Plain(), "")
		}
		d.words = g.Words(d.words[:0])
		for i := range d.words {
			w := &d.words[i]
			if w.Freq >= lead.second || w.Case == lexicon.Small {
				continue
			}
			if lost, _, fits := d.fit(w, obs, len(key), lostBuf[:0]); fits && len(lost) > 0 {
				lead.word(w, key)
			}
		}
	}
	if lead.best.N == 0 || lead.freq > 170 || lead.second-lead.freq < clearly {
		return out
	}
	confidence := 0.91
	if d.mode == dropped {
		for k := range lead.best.N {
			confidence = min(confidence, 0.93*d.channel.loss(p, lead.best.Inserts[k].Letter)+0.02)
		}
		if len(key) < 5 {
			confidence -= 0.1
		}
	}
	f := d.fix(j, &lead.best, lostFirst(&lead.best, obs), lead.form, confidence)
	f.Evidence = fmt.Sprintf("lexicon: %s", lead.form)
	return append(out, f)
}

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
