package standfirst

import "slices"

// sureLine is the score of what is sure to be the standfirst whatever else speaks against it.
const sureLine = 0.5

// shortestLead is the log2 length of the shortest text that setApart takes: shorter
// ones are names and what the article is (a column, an interview).
const shortestLead = 5.9

// setApart says whether a row is that of a first paragraph in bold throughout before
// one that is not, which the page declares as its description. Editors who have no
// element for a standfirst write it so, in the text's own element; the judge sees it
// as the text's. A bold first paragraph alone may be a question, a notice or the lede
// of one who likes bold type.
func setApart(row []float32) bool {
	is := func(at int) bool { return row[at] > 0 }
	return is(ownParagraph) && is(endsStop) && is(behindHeadline) && !is(bodyBefore) && row[bodiesBehind] > 1 && row[ownChars] >= shortestLead &&
		row[ownBold] > 0.95 && row[nextBold] < 0.5 && (is(declaredSame) || is(declaredHolds) || is(declaredOpens))
}

var (
	declaredSame   = slices.Index(standfirstNames, "declared_same")
	declaredOpens  = slices.Index(standfirstNames, "declared_opens")
	ownParagraph   = slices.Index(standfirstNames, "paragraph")
	ownBold        = slices.Index(standfirstNames, "bold")
	endsStop       = slices.Index(standfirstNames, "ends_stop")
	behindHeadline = slices.Index(standfirstNames, "behind")
	bodyBefore     = slices.Index(standfirstNames, "body_before")
	nextBold       = slices.Index(standfirstNames, "next_bold")
	bodiesBehind   = slices.Index(standfirstNames, "bodies")
)
