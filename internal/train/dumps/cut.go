package main

// The lines that an excerpt has beyond the article at most, above and below it.
const (
	mostAbove = 3
	mostBelow = 12
)

// cut keeps the lines of the part that the style saves.
func (r *renderer) cut(g *gold) []rendered {
	from, to := r.article(g)
	if from < 0 || r.style.part == whole {
		return r.lines
	}
	if r.style.part == excerpt {
		from, to = from-r.random.IntN(mostAbove+1), to+1+r.random.IntN(mostBelow)
		return r.lines[max(0, from):min(len(r.lines), to+1)]
	}
	nodes := r.doc.Nodes
	first, last := r.lines[from].node, r.lines[to].node
	top := first
	for top > 0 && (nodes[top].End <= int32(last) || top > first || !isBlock(nodes[top].Atom)) {
		top = int(nodes[top].Parent)
	}
	var out []rendered
	for _, l := range r.lines {
		if l.node >= top && l.node < int(nodes[top].End) {
			out = append(out, l)
		}
	}
	return out
}

// article gives the first and the last line of headline and body as the answers
// know them; -1 where the body is not found.
func (r *renderer) article(g *gold) (from, to int) {
	in, title := shingles(units(g.Gold.Body)), folded(g.Gold.Headline)
	from, to, head := -1, -1, -1
	for i, l := range r.lines {
		if t := units(l.text); len(t) >= 12 && share(t, in) > 0.6 {
			if from < 0 {
				from = i
			}
			to = i
		}
		if title != "" && folded(l.text) == title && (from < 0 || head < 0) {
			head = i
		}
	}
	if from >= 0 && head >= 0 {
		from, to = min(from, head), max(to, head)
	}
	return from, to
}
