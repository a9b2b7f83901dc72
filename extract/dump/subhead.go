package dump

import "copydesk/extract/label"

// leastSubheadAmid is the score asked of a line that stands between two
// paragraphs as subheads do.
const leastSubheadAmid = 0.2

// mostQuestions is from how many questions on a text is an interview: its
// questions look like subheads, and are part of the talk.
const mostQuestions = 6

// subheads says which lines of the body are subheads: those that look like one,
// and with less certainty those that stand like one, alone between paragraphs.
func (r *reader) subheads() []bool {
	out := make([]bool, len(r.lines))
	questions := 0
	for i := range r.lines {
		if r.roles[i] != label.Body || r.lines[i].bullet {
			continue
		}
		p := r.scores[i][partSubhead]
		if out[i] = r.leads(i) && (p >= leastSubhead || p >= leastSubheadAmid && r.amidProse(i)); out[i] {
			questions += int(r.lines[i].m[mQuestion])
		}
	}
	for i := range out {
		if questions >= mostQuestions && r.lines[i].m[mQuestion] > 0 && r.lines[i].marks.heading == 0 {
			out[i] = false
		}
	}
	return out
}

// leads says whether text of the body follows a line, at most a picture's words between.
func (r *reader) leads(i int) bool {
	for k := i + 1; k < min(len(r.lines), i+4); k++ {
		if r.roles[k] == label.Body {
			return true
		}
	}
	return false
}

// amidProse says whether a short line without a full stop has paragraphs of the
// body on both sides.
func (r *reader) amidProse(i int) bool {
	m := &r.lines[i].m
	if m[mLen] > logOf(90) || m[mEndStop] > m[mQuestion] || m[mEndColon] > 0 || m[mStartLower] > 0 || m[mCreditEnd]+m[mCreditOnly] > 0 || m[mRepeats] > 0 {
		return false
	}
	prose := func(k int) bool {
		return k >= 0 && k < len(r.lines) && r.roles[k] == label.Body && r.lines[k].m[mProse] > 0
	}
	return prose(i-1) && prose(i+1)
}
