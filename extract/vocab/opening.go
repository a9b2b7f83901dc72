package vocab

import "sync"

// opening says of a word, by its hash alone, in which places a phrase may begin
// with it. Nearly all words of a text begin none, and this is all that is asked
// of them. Two words may share a slot; then the phrases themselves decide.
type opening struct {
	word   [openings]Place // by the hash of the word
	prefix [openings]Place // by the hash of its first prefixKey bytes
	number Place           // of phrases that begin with a number
}

// openings is how many slots there are: a few times the words that open a
// phrase in one language and in English.
const openings = 1 << 14

// openLater prepares the openings of every language, to be made when one is asked for.
func (m *Matcher) openLater() {
	for i := range m.langs {
		m.opens[i] = sync.OnceValue(func() *opening { return m.open(m.with(i)) })
	}
	m.opens[maxLangs] = sync.OnceValue(func() *opening { return m.open(^uint64(0)) })
}

func (m *Matcher) open(langs uint64) *opening {
	o := new(opening)
	for i := range m.phrases {
		p := &m.phrases[i]
		if langs&(1<<p.lang) == 0 {
			continue
		}
		switch first := p.elems[0]; {
		case first.number:
			o.number |= p.place
		case first.prefix != "":
			_, head := hashes([]byte(first.prefix))
			o.prefix[head%openings] |= p.place
		default:
			o.word[first.hash%openings] |= p.place
		}
	}
	return o
}

// hashes gives the hash (FNV-1a) of a folded word and of its first prefixKey bytes.
func hashes(word []byte) (whole, head uint32) {
	whole = 2166136261
	for i, c := range word {
		if i == prefixKey {
			head = whole
		}
		whole = (whole ^ uint32(c)) * 16777619
	}
	if len(word) == prefixKey {
		head = whole
	}
	return whole, head
}
