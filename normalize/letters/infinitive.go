package letters

import "bytes"

// Handbooks say what to do, the press who did it: behind a name stands what it
// did ("Teheran wycofał"), where contexts from handbooks, which name nobody, see
// an infinitive ("wycofać"). Left alone is what a word before governs: "Warto
// wycofać".

// infinitiveRarer is what an infinitive pays directly behind a name.
const infinitiveRarer = -2

// infinitives are the ending of an infinitive, and that of the past which loses the same.
var infinitives = map[string]struct{ end, past string }{"pl": {"ć", "ł"}}

// weighInfinitives weighs the readings of token j that are infinitives.
func (d *document) weighInfinitives(j int) {
	v, ok := infinitives[d.tag]
	if !ok || len(d.readings) < 2 || j == 0 {
		return
	}
	name := &d.tokens[j-1]
	if name.kind != word || name.upper == 0 || name.letters < 2 || d.keyIn(j-1, "governs") {
		return
	}
	for i := range d.readings {
		if stem, ok := bytes.CutSuffix(d.form(i), []byte(v.end)); ok && d.hasForm(stem, v.past) {
			d.readings[i].score += infinitiveRarer
		}
	}
}
