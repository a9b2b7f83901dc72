package page

import "bytes"

// shape leaves out the shape of a drawing whose start tag was read last and whose
// name begins at from, where it ends as it should and holds nothing but shapes:
// one element in eighteen of a page, and no word for a reader. What holds words
// (title, text) or breaks the rules stays.
func (s *asideScan) shape(from int) {
	if end, ok := s.shapeEnd(from); ok {
		s.leaveOut(from-len("<"), end)
		s.at, s.closed = end, true
	}
}

// deepestShape is how deep shapes may nest: a bound, too, on how often one is read.
const deepestShape = 8

// shapeEnd gives the place behind a shape's end.
func (s *asideScan) shapeEnd(from int) (int, bool) {
	if s.closed {
		return s.at, true
	}
	inner := asideScan{text: s.text, at: s.at, aside: s.aside}
	var open [deepestShape][]byte
	var rooms [deepestShape][24]byte
	open[0] = smallName(rooms[0][:0], s.text[from:])
	for depth := 1; depth > 0; {
		text := inner.at
		if !inner.markup() || len(bytes.TrimSpace(s.text[text:inner.at-1])) > 0 {
			return 0, false
		}
		var room [24]byte
		switch c := inner.text[inner.at]; {
		case isLetter(c):
			name := inner.at
			if !shapes[string(smallName(room[:0], s.text[name:]))] || !inner.tag(false) {
				return 0, false
			}
			if inner.closed {
				continue
			}
			if depth == deepestShape {
				return 0, false
			}
			open[depth] = smallName(rooms[depth][:0], s.text[name:])
			depth++
		case c == '/':
			inner.at++
			if depth--; string(smallName(room[:0], s.text[inner.at:])) != string(open[depth]) || !inner.tag(false) {
				return 0, false
			}
		default:
			return 0, false
		}
	}
	return inner.at, true
}

// shapes are the elements of svg that hold no words, worded those that do.
var (
	shapes = wordSet(`animate animatemotion animatetransform circle clippath defs ellipse feblend fecolormatrix
		fecomponenttransfer fecomposite feflood fefunca fefuncb fefuncg fefuncr fegaussianblur femerge femergenode
		feoffset filter g line lineargradient marker mask mpath path pattern polygon polyline radialgradient rect
		set stop symbol use`)
	worded = wordSet(`a desc metadata script style switch text textpath title tspan view`)
)
