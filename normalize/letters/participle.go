package letters

import "bytes"

// French "avoir" stands before a participle, or before a noun with its article.
// So "a support", "a comment" and "a prsent" are "a supporté", "a commenté" and
// "a présenté", though the noun is as common and handbooks present nothing. "à
// présent" is no such case: where letters were lost nothing is left of its "à".
// Left alone are participles that are whole ("a pris") and "a trait à".

// haveGain is what a participle gains behind "avoir".
const haveGain = 3.5

var (
	haves = keysOf("a ai as avons avez ont avait avais avaient avions eut eurent aura auront aurait auraient ait aient avoir ayant " +
		"na nai nont navons navait navaient naura nauront jai javais") // where apostrophes were lost, too
	// What may stand between the two.
	betweens = keysOf("pas plus jamais déjà aussi également bien ainsi toujours encore alors ensuite été notamment rapidement finalement " +
		"récemment fortement longtemps beaucoup tout rien mal t il elle on ils elles")
	wholeBehindHave = keysOf("pris mis trait compris")
)

// weighParticiples weighs the readings of token j that are participles.
func (d *document) weighParticiples(j int) {
	if d.tag != "fr" || len(d.readings) == 0 || d.keyIn(j, wholeBehindHave) || !d.behindHave(j) {
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
		if t.kind != word || t.foreign > 0 && !d.keyIn(k, betweens) {
			return false
		}
		if d.keyIn(k, haves) && t.foreign == 0 {
			return true
		}
		if !d.keyIn(k, betweens) {
			return false
		}
	}
	return false
}

// keyIn says whether the key of a token is among some.
func (d *document) keyIn(j int, keys map[string]bool) bool {
	t := &d.tokens[j]
	return t.kind == word && keys[string(d.keys[t.key:t.keyTo])]
}
