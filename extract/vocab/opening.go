package vocab

import "sync"

// opening finds the phrases of a language by what they begin with. Of nearly all
// words of a text the hash alone tells that no phrase begins with them in the
// places asked for. Two words may share a slot; then the phrases themselves decide.
type opening struct {
	words    slots // by the hash of the first word
	prefixes slots // by the hash of its first prefixKey bytes, where these stand for many words
	numbers  []entry
	number   Place // of the phrases in numbers
}

// openings is how many slots there are: a few times the words that open a
// phrase in one language and in English.
const openings = 1 << 14

// slots holds phrases by hash, in each slot in the order of their rows.
type slots struct {
	taken [openings / 64]uint64 // a bit for each slot that is not empty: small enough to stay at hand
	place [openings]Place       // of the phrases in the slot
	from  [openings + 1]int32
	list  []entry
}

// entry is what is asked of a phrase before the phrase itself is looked at:
// nearly all are refused here.
type entry struct {
	phrase        int32
	first, second uint32 // hashes of its first two words; 0 where there is none or a pattern
	place         Place
}

// counts says whether a phrase that counts in one of the places may begin with the
// word of that hash.
func (s *slots) counts(hash uint32, in Place) bool {
	i := hash % openings
	return s.taken[i/64]>>(i%64)&1 != 0 && s.place[i]&in != 0
}

// slot gives the phrases that may begin with the word of that hash.
func (s *slots) slot(hash uint32) []entry {
	return s.list[s.from[hash%openings]:s.from[hash%openings+1]]
}

func (s *slots) fill(entries []entry) {
	for _, e := range entries {
		i := e.first % openings
		s.taken[i/64] |= 1 << (i % 64)
		s.place[i] |= e.place
		s.from[i+1]++
	}
	for i := range openings {
		s.from[i+1] += s.from[i]
	}
	s.list = make([]entry, len(entries))
	next := s.from
	for _, e := range entries {
		k := &next[e.first%openings]
		s.list[*k] = e
		*k++
	}
}

// openLater prepares the openings of every language, to be made when one is asked for.
func (m *Matcher) openLater() {
	for i := range m.langs {
		m.opens[i] = sync.OnceValue(func() *opening { return m.open(m.with(i)) })
	}
	m.opens[maxLangs] = sync.OnceValue(func() *opening { return m.open(^uint64(0)) })
}

func (m *Matcher) open(langs uint64) *opening {
	var words, prefixes []entry
	o := new(opening)
	for i := range m.phrases {
		p := &m.phrases[i]
		if langs&(1<<p.lang) == 0 {
			continue
		}
		e := entry{phrase: int32(i), first: p.elems[0].hash, place: p.place}
		if len(p.elems) > 1 {
			e.second = p.elems[1].hash
		}
		switch first := p.elems[0]; {
		case first.number:
			o.number |= e.place
			o.numbers = append(o.numbers, e)
		case first.prefix != "":
			e.first = headHash([]byte(first.prefix))
			prefixes = append(prefixes, e)
		default:
			words = append(words, e)
		}
	}
	o.words.fill(words)
	o.prefixes.fill(prefixes)
	return o
}

// Words are known by their hash (FNV-1a), folded.
const hashStart uint32 = 2166136261

func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 16777619 }

// headHash gives the hash of a word's first prefixKey bytes; 0 for shorter ones.
func headHash(word []byte) uint32 {
	if len(word) < prefixKey {
		return 0
	}
	return hashByte(hashByte(hashByte(hashStart, word[0]), word[1]), word[2])
}
