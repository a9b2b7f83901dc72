package gbdt

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// The first lines of the two forms.
const (
	treesForm  = "gbdt trees 1"
	linearForm = "gbdt linear 1"
)

// WriteTo writes the model as text: the form's name, a line of feature names, a
// line with the bias, and a line a tree. A tree is written from its root, each
// node before its left and then its right side: name<=cut for a question whose
// yes is the left side, a bare number for a leaf (what it adds to the log odds).
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	var out []byte
	out = fmt.Appendf(out, "%s\nfeatures %s\nbias ", treesForm, strings.Join(m.names, " "))
	out = append(appendNumber(out, m.bias), '\n')
	for _, t := range m.trees {
		out = append(m.appendNode(out, int(t.root), 0), '\n')
	}
	n, err := w.Write(out)
	return int64(n), err
}

func (m *Model) appendNode(out []byte, root, at int) []byte {
	n := m.nodes[root+at]
	if int(n.left) == at {
		return appendNumber(out, m.leaf[root+at])
	}
	out = append(append(out, m.names[n.feature]...), '<', '=')
	out = append(appendNumber(out, n.cut), ' ')
	out = append(m.appendNode(out, root, int(n.left)), ' ')
	return m.appendNode(out, root, int(n.left)+1)
}

func appendNumber(out []byte, v float32) []byte {
	return strconv.AppendFloat(out, float64(v), 'g', -1, 32)
}

// roundLeaf keeps four digits of a leaf's value: more would be noise in a review and in the file.
func roundLeaf(v float64) float32 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 4, 64), 32)
	if err != nil {
		return float32(v)
	}
	return float32(r)
}

// Read reads a model that WriteTo wrote. Errors name the line.
func Read(r io.Reader) (*Model, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("gbdt: %w", err)
	}
	form, rest, _ := strings.Cut(string(text), "\n")
	if form != treesForm {
		return nil, fmt.Errorf("gbdt: line 1: want %q", treesForm)
	}
	m := new(Model)
	index, rest, err := m.readHead(rest)
	if err != nil {
		return nil, err
	}
	for line := 4; rest != ""; line++ {
		var words string
		words, rest, _ = strings.Cut(rest, "\n")
		if words == "" {
			continue
		}
		if err := m.readTree(words, index); err != nil {
			return nil, fmt.Errorf("gbdt: line %d: %w", line, err)
		}
	}
	return m, nil
}

func (m *Model) readHead(text string) (index map[string]uint16, rest string, err error) {
	names, rest, _ := strings.Cut(text, "\n")
	bias, rest, _ := strings.Cut(rest, "\n")
	names, ok := strings.CutPrefix(names, "features ")
	if !ok {
		return nil, "", errors.New("gbdt: line 2: want features and their names")
	}
	if m.names, index, err = readNames(names); err != nil {
		return nil, "", err
	}
	b, err := strconv.ParseFloat(strings.TrimPrefix(bias, "bias "), 32)
	if err != nil {
		return nil, "", fmt.Errorf("gbdt: line 3: want bias and a number: %w", err)
	}
	m.bias = float32(b)
	return index, rest, nil
}

func readNames(text string) ([]string, map[string]uint16, error) {
	names := strings.Fields(text)
	if len(names) > math.MaxUint16 {
		return nil, nil, errors.New("gbdt: line 2: too many features")
	}
	index := make(map[string]uint16, len(names))
	for i, n := range names {
		index[n] = uint16(i)
	}
	if len(index) != len(names) {
		return nil, nil, errors.New("gbdt: line 2: a feature is named twice")
	}
	return names, index, nil
}

// readTree lays one tree's nodes flat, the two children of a node side by side.
func (m *Model) readTree(words string, index map[string]uint16) error {
	root := len(m.nodes)
	m.nodes, m.leaf = append(m.nodes, node{cut: inf}), append(m.leaf, 0)
	open, deepest := []openNode{{}}, int32(0) // nodes still to be read, the next one last
	for words != "" {
		var word string
		word, words, _ = strings.Cut(words, " ")
		if len(open) == 0 {
			return fmt.Errorf("tree goes on behind its end at %q", word)
		}
		at := open[len(open)-1]
		open = open[:len(open)-1]
		deepest = max(deepest, at.depth)
		name, number, question := strings.Cut(word, "<=")
		if !question {
			number = name
		}
		v, err := strconv.ParseFloat(number, 32)
		if err != nil {
			return fmt.Errorf("%q is neither name<=cut nor a number", word)
		}
		if !question {
			m.nodes[root+at.node].left, m.leaf[root+at.node] = uint16(at.node), float32(v)
			continue
		}
		feature, known := index[name]
		left := len(m.nodes) - root
		if !known || left+1 > math.MaxUint16 {
			return fmt.Errorf("%q: no such feature, or too many nodes", word)
		}
		m.nodes[root+at.node] = node{cut: float32(v), feature: feature, left: uint16(left)}
		m.nodes, m.leaf = append(m.nodes, node{cut: inf}, node{cut: inf}), append(m.leaf, 0, 0)
		open = append(open, openNode{left + 1, at.depth + 1}, openNode{left, at.depth + 1})
	}
	if len(open) > 0 {
		return errors.New("tree ends too soon")
	}
	m.trees = append(m.trees, tree{root: int32(root), depth: deepest})
	return nil
}

type openNode struct {
	node  int
	depth int32
}

// WriteTo writes the model as text: the form's name, the bias, and a line a
// feature with its name, weight, mean and spread.
func (l *Linear) WriteTo(w io.Writer) (int64, error) {
	out := fmt.Appendf(nil, "%s\nbias %v\n", linearForm, l.bias)
	for i, name := range l.names {
		out = fmt.Appendf(out, "%s %v %v %v\n", name, l.weight[i], l.mean[i], l.spread[i])
	}
	n, err := w.Write(out)
	return int64(n), err
}

// ReadLinear reads a model that Linear.WriteTo wrote. Errors name the line.
func ReadLinear(r io.Reader) (*Linear, error) {
	lines := bufio.NewScanner(r)
	var form string
	l := new(Linear)
	for n := 1; lines.Scan(); n++ {
		var err error
		switch line := lines.Text(); n {
		case 1:
			form = line
		case 2:
			_, err = fmt.Sscanf(line, "bias %g", &l.bias)
		default:
			var name string
			var w, mean, spread float32
			_, err = fmt.Sscanf(line, "%s %g %g %g", &name, &w, &mean, &spread)
			l.names, l.weight = append(l.names, name), append(l.weight, w)
			l.mean, l.spread = append(l.mean, mean), append(l.spread, spread)
		}
		if err != nil {
			return nil, fmt.Errorf("gbdt: line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("gbdt: %w", err)
	}
	if form != linearForm || len(l.names) == 0 {
		return nil, fmt.Errorf("gbdt: want %q, a bias and features", linearForm)
	}
	l.fold()
	return l, nil
}
