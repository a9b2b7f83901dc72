package letters

import "bytes"

// French "avoir" stands before a participle, or before a noun with its article.
// So "a support", "a comment" and "a prsent" are "a supporté", "a commenté" and
// "a présenté", though the noun is as common and handbooks present nothing. "à
// présent" is no such case: where letters were lost nothing is left of its "à".
// Left alone are participles that are whole ("a pris") and "a trait à".

// haveGain is what a participle gains behind "avoir".
const haveGain = 3.5

// weighParticiples weighs the readings of token j that are participles.
func (d *document) weighParticiples(j int) {
	if len(d.readings) == 0 || d.keyIn(j, "participle") || !d.behindHave(j) {
		return
	}
	for i := range d.readings {
		if bytes.HasSuffix(d.form(i), []byte("é")) {
			d.readings[i].score += haveGain
		}
	}
}

// behindHave says whether a form of "avoir" stands before a token, with at most
// two small words between.
func (d *document) behindHave(j int) bool {
	for k := j - 1; k >= max(0, j-3); k-- {
		t := &d.tokens[k]
		if t.kind != word || t.foreign > 0 && !d.keyIn(k, "behind-have") {
			return false
		}
		if d.keyIn(k, "have") && t.foreign == 0 {
			return true
		}
		if !d.keyIn(k, "behind-have") {
			return false
		}
	}
	return false
}
