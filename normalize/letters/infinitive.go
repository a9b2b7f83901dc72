package letters

import (
	"bytes"

	"copydesk/normalize/lexicon"
)

// Handbooks say what to do, the press who did it: behind a name stands what it
// did ("Teheran wycofał"), where contexts from handbooks, which name nobody, see
// an infinitive ("wycofać"). Left alone is what a word before governs: "Warto
// wycofać".

// infinitiveRarer is what an infinitive pays directly behind a name.
const infinitiveRarer = -2

// infinitives are their ending, that of the past which loses the same, and the
// keys of the words that open a sentence and govern one.
var infinitives = map[string]struct {
	end, past string
	governors map[string]bool
}{
	"pl": {"ć", "ł", keysOf("może mogą można musi muszą musimy chce chcą należy trzeba warto powinien powinna powinno powinny powinniśmy " +
		"by aby żeby czas wypada pora proszę nie się jak gdzie co")},
}

func keysOf(words string) map[string]bool {
	out := map[string]bool{}
	for w := range bytes.FieldsSeq([]byte(words)) {
		out[string(lexicon.AppendKey(nil, string(w)))] = true
	}
	return out
}

// weighInfinitives weighs the readings of token j that are infinitives.
func (d *document) weighInfinitives(j int) {
	v, ok := infinitives[d.tag]
	if !ok || len(d.readings) < 2 || j == 0 {
		return
	}
	name := &d.tokens[j-1]
	if name.kind != word || name.upper == 0 || name.letters < 2 || v.governors[string(d.keys[name.key:name.keyTo])] {
		return
	}
	for i := range d.readings {
		if stem, ok := bytes.CutSuffix(d.form(i), []byte(v.end)); ok && d.hasForm(stem, v.past) {
			d.readings[i].score += infinitiveRarer
		}
	}
}
