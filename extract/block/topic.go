package block

// topic holds the words by which a page says what its article is about: those
// of its title, its description and its keywords, by their hashes. The article
// says them again; teasers of others, offers and notices do not. Of two words
// that fall into one slot the first counts.
type topic [256]uint32

// topicBytes is how much of a block is read for words of the topic: a long
// paragraph shows by its beginning what it is about.
const topicBytes = 240

func (t *topic) add(text string) {
	for i := 0; i < len(text); {
		var h uint32
		if h, i = nextWord(text, i); h != 0 && t[h>>24] == 0 {
			t[h>>24] = h
		}
	}
}

func (t *topic) count(text string) float32 {
	n := 0
	for i := 0; i < len(text); {
		var h uint32
		if h, i = nextWord(text, i); h != 0 && t[h>>24] == h {
			n++
		}
	}
	return float32(n)
}

// nextWord gives a hash of the next word of four bytes or more, in small letters
// where ASCII, and where to go on; 0 where what comes next is none. In scripts
// without spaces every two characters are a word.
func nextWord(text string, i int) (hash uint32, next int) {
	const start, prime, spread = 2166136261, 16777619, 0x9e3779b1
	h, from := uint32(start), i
	for ; i < len(text); i++ {
		c := wordByte[text[i]]
		if c == 0 {
			break
		}
		h = (h ^ uint32(c)) * prime
	}
	n := i - from
	if i < len(text) {
		switch c := text[i]; {
		case c >= 0xe3 && i+6 <= len(text):
			for k := range 6 {
				h = (h ^ uint32(text[i+k])) * prime
			}
			n, i = 6, i+3
		case c == 0xe2: // dashes, quotes, dots
			i += 3
		default:
			i++
		}
	}
	if n < 4 {
		return 0, i
	}
	return h * spread, i
}

// wordByte holds what words are made of, letters in small: those of ASCII, digits,
// and the bytes of all characters below the dashes and quotes but no-break spaces
// and their like.
var wordByte = func() (t [256]byte) {
	for c := range t {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			t[c] = byte(c | 0x20)
		case '0' <= c && c <= '9', 0x80 <= c && c < 0xe2 && c != 0xc2:
			t[c] = byte(c)
		}
	}
	return t
}()

// readWords counts what every block holds of the topic's words and of the words
// that furniture is made of.
func (l *layout) readWords() {
	facts := &l.doc.Facts
	title := facts.MetaContent("og:title")
	if title == "" {
		title = facts.Title
	}
	var about topic
	about.add(title)
	about.add(facts.MetaContent("og:description", "description"))
	about.add(facts.MetaContent("keywords", "news_keywords"))
	kinds := len(furnitureKinds)
	l.says = make([]float32, len(l.blocks)*kinds)
	l.words = make([]wordSums, len(l.blocks)+1)
	for i := range l.blocks {
		text := l.blocks[i].Text
		says := l.says[i*kinds : (i+1)*kinds]
		furniture(text, says)
		s := l.words[i]
		for _, n := range says {
			s.furniture += n
		}
		head := text[:min(len(text), topicBytes)]
		s.topic += about.count(head)
		s.read += float32(len(head))
		l.words[i+1] = s
	}
}

// wordSums are totals over blocks: words of furniture, words of the topic, and
// how much was read for these.
type wordSums struct{ furniture, topic, read float32 }

// wordsOf gives words of furniture and of the topic per hundred bytes, in the blocks given.
func (l *layout) wordsOf(from, to int32) (furniture, topic float32) {
	a, b := &l.words[from], &l.words[to]
	read := b.read - a.read
	return share(100*(b.furniture-a.furniture), read), share(100*(b.topic-a.topic), read)
}

// wordsAround tells of the words in the block and in what stands around it.
func (l *layout) wordsAround(f []float32, i int) []float32 {
	holder := l.container(i)
	from, to := l.span(holder)
	holderFurniture, holderTopic := l.wordsOf(from, to)
	from, to = l.span(max(l.doc.Nodes[holder].Parent, 0))
	outerFurniture, outerTopic := l.wordsOf(from, to)
	_, nearTopic := l.wordsOf(int32(max(0, i-3)), int32(min(len(l.blocks), i+4)))
	f = append(f, holderFurniture, outerFurniture, l.words[i+1].topic-l.words[i].topic, holderTopic, outerTopic, nearTopic)
	kinds := len(furnitureKinds)
	return append(f, l.says[i*kinds:(i+1)*kinds]...)
}
