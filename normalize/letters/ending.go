package letters

import (
	"math"
	"strings"
	"unicode/utf8"

	"copydesk/normalize/lexicon"
)

// endingCost is what a word made of a stem and an ending pays beside its
// parts, in frequency steps: the list has not seen it.
const endingCost = 18

// endings gives the words of a Turkish key that are made of a known stem and
// an ending whose vowels agree with the stem's last. Some lost nothing: "huylardan"
// is a word as it stands, though no list has it.
func (d *document) endings(key []byte, each func(lexicon.Word)) {
	var buf [lexicon.MaxKey + 1]byte
	var stems, tails [16]lexicon.Word
	for cut := len(key); cut >= 2; cut-- {
		tail := d.table.Lookup(lexicon.Hash(lexicon.EndingKey(buf[:0], key[cut:])))
		if !tail.Found() {
			continue
		}
		stem := d.table.Lookup(lexicon.Hash(key[:cut]))
		if !stem.Found() {
			continue
		}
		ss := stem.Words(stems[:0])
		if f := stem.Plain(); f != lexicon.None {
			ss = append(ss, lexicon.Word{Freq: f, Case: lexicon.Unknown})
		}
		ts := tail.Words(tails[:0])
		if f := tail.Plain(); f != lexicon.None {
			ts = append(ts, lexicon.Word{Freq: f})
		}
		for i := range ss {
			s := &ss[i]
			if s.Freq > 150 {
				continue
			}
			last, edge := lastVowel(s, key[:cut]), border(s, key[:cut], true)
			for k := range ts {
				e := &ts[k]
				if s.N+e.N > len(s.Inserts) || !harmony(last, firstVowel(e, key[cut:])) || !meets(edge, border(e, key[cut:], false)) {
					continue
				}
				w := *s
				for n := range e.N {
					x := e.Inserts[n]
					x.At += int32(cut)
					w.Inserts[w.N] = x
					w.N++
				}
				w.Freq += e.Freq + endingCost
				each(w)
			}
		}
	}
}

const vowels = "aıoueiöüâîû"

// meets says whether an ending may stand directly behind a stem: two vowels
// never meet in a Turkish word, and n and y part vowels only.
func meets(stem, ending rune) bool {
	afterVowel := strings.ContainsRune(vowels, stem)
	if strings.ContainsRune(vowels, ending) {
		return !afterVowel
	}
	return afterVowel || ending != 'n' && ending != 'y' && ending != 'ğ'
}

// border gives the last letter of a stem, or the first of an ending.
func border(w *lexicon.Word, key []byte, end bool) rune {
	var buf [96]byte
	form := w.Append(buf[:0], key)
	r, _ := utf8.DecodeRune(form)
	if end {
		r, _ = utf8.DecodeLastRune(form)
	}
	return r
}

func lastVowel(w *lexicon.Word, key []byte) rune {
	var buf [96]byte
	last := rune(0)
	for _, r := range string(w.Append(buf[:0], key)) {
		if strings.ContainsRune(vowels, r) {
			last = r
		}
	}
	return last
}

func firstVowel(w *lexicon.Word, key []byte) rune {
	var buf [96]byte
	for _, r := range string(w.Append(buf[:0], key)) {
		if strings.ContainsRune(vowels, r) {
			return r
		}
	}
	return 0
}

// harmony says whether a vowel may follow another in a Turkish word: back
// after back and front after front; a close vowel also takes its rounding.
func harmony(last, next rune) bool {
	if last == 0 || next == 0 {
		return true
	}
	var front, close rune
	switch last {
	case 'a', 'ı', 'â':
		front, close = 'a', 'ı'
	case 'o', 'u', 'û':
		front, close = 'a', 'u'
	case 'e', 'i', 'î':
		front, close = 'e', 'i'
	default:
		front, close = 'e', 'ü'
	}
	return next == front || next == close
}

// perLetter is what each letter of an ending costs behind an apostrophe: names
// take short ones.
const perLetter = 1.0

// hanging weighs an ending that an apostrophe parts from a name ("Allah'n" is
// "Allah'ın"): its vowels follow the last of the name.
func (d *document) hanging(j int, p *paragraph, out []Fix) []Fix {
	t := &d.tokens[j]
	var buf [lexicon.MaxKey + 1]byte
	key := d.keys[t.key:t.keyTo]
	g := d.table.Lookup(lexicon.Hash(lexicon.EndingKey(buf[:0], key)))
	if len(key) > lexicon.MaxKey || !g.Found() || t.upper > 0 {
		return out
	}
	before := &d.tokens[j-1]
	stem := d.text[before.start:before.end]
	if n := len(out); n > 0 && out[n-1].Start == before.start {
		stem = out[n-1].After
	}
	last, edge := rune(0), rune(0)
	for _, r := range stem {
		edge = lexicon.Lower(r, true)
		if strings.ContainsRune(vowels, edge) {
			last = edge
		}
	}
	var seen [16]observed
	var lostBuf [8]rune
	var ws [16]lexicon.Word
	obs := d.observe(t, seen[:0])
	stands := -9.0 * math.Ln10
	if f := g.Plain(); f != lexicon.None && t.foreign == 0 && t.marks == 0 {
		if w := (lexicon.Word{}); harmony(last, firstVowel(&w, key)) && strings.ContainsAny(string(key), "aeiou") {
			stands = -float64(f)*step - perLetter*float64(len(key))
		}
	}
	best, total, form := math.Inf(-1), 0.0, ""
	var won lexicon.Word
	for _, w := range g.Words(ws[:0]) {
		lost, _, fits := d.fit(&w, obs, len(key), lostBuf[:0])
		start := border(&w, key, false)
		if !fits || !harmony(last, firstVowel(&w, key)) || !meets(edge, start) || strings.ContainsRune("ğşç", start) {
			continue
		}
		s := -float64(w.Freq)*step - perLetter*float64(len(key)+w.N)
		if d.mode == dropped {
			s += d.channelCost(&w, lost, p, j)
		}
		if len(lost) == 0 {
			return out
		}
		total += math.Exp(s)
		if s > best {
			best, won, form = s, w, string(w.Append(nil, key))
		}
	}
	if form == "" {
		return out
	}
	total += math.Exp(stands)
	return append(out, d.fix(j, &won, false, form, 1-(1-math.Exp(best)/total)/2))
}
