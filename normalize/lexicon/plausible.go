package lexicon

// Trigram says how many English words, the names that English texts print
// among them, have three letters in a row; 255 is that many or more. The
// letters are a to z, and 0 for the border of the word.
func Trigram(a, b, c byte) int {
	if Languages() == 0 {
		return 255
	}
	place := func(x byte) int {
		if x < 'a' || x > 'z' {
			return 0
		}
		return int(x-'a') + 1
	}
	return int(data[le32(data, 24)+(place(a)*27+place(b))*27+place(c)])
}

// Rarest gives the smallest count of the trigrams that touch the place before
// key[at].
func Rarest(key []byte, at int) int {
	letter := func(i int) byte {
		if i < 0 || i >= len(key) {
			return 0
		}
		return key[i]
	}
	n := 255
	for i := at - 2; i <= at; i++ {
		if i < -1 || i+2 > len(key) {
			continue
		}
		n = min(n, Trigram(letter(i), letter(i+1), letter(i+2)))
	}
	return n
}
