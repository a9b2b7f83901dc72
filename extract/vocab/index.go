package vocab

// index gives the numbers of words. It is a table by hash with open addressing:
// a word that no phrase has, as most are, costs one look at memory.
type index struct {
	slots []slot
	text  []string // by number
}

type slot struct{ hash, number uint32 }

// indexOf makes the index of words numbered from 1.
func indexOf(words map[string]uint32) index {
	size := 1
	for size < 2*len(words)+2 {
		size *= 2
	}
	x := index{slots: make([]slot, size), text: make([]string, len(words)+1)}
	for w, n := range words {
		x.text[n] = w
	}
	for n, w := range x.text {
		if n == 0 {
			continue
		}
		hash, _ := hashes([]byte(w))
		i := int(hash) & (size - 1)
		for x.slots[i].number != 0 {
			i = (i + 1) & (size - 1)
		}
		x.slots[i] = slot{hash, uint32(n)}
	}
	return x
}

// number gives a folded word's number, 0 where no phrase has the word.
func (x *index) number(word []byte) uint32 {
	hash, _ := hashes(word)
	for i := int(hash) & (len(x.slots) - 1); x.slots[i].number != 0; i = (i + 1) & (len(x.slots) - 1) {
		if s := x.slots[i]; s.hash == hash && x.text[s.number] == string(word) {
			return s.number
		}
	}
	return 0
}
