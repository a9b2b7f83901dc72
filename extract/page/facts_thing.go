package page

import "strings"

// Thing is one node of JSON-LD or one microdata item.
type Thing struct {
	Types []string // schema.org names without their prefix: NewsArticle, Person, …
	ID    string   // @id or itemid; empty when it has none
	Props []Prop   // in order; a property with several values stands once for each
	Node  int32    // microdata: index of the item in Document.Nodes; JSON-LD: of its script
	// Held is the property under which another thing holds this one; empty for a
	// thing that stands on its own or in a @graph.
	Held string
}

// Prop is one property with one value.
type Prop struct {
	Name string
	Value
}

// Value is a text or a thing. Numbers and booleans are texts, as they are
// written. References by @id are followed within the page, so things may hold
// each other in a circle: whoever descends keeps count of the depth.
type Value struct {
	// Text has its JSON escapes resolved, and character references too unless it
	// holds markup: scripts have none, but many sites write them.
	Text  string
	Thing *Thing
	Node  int32 // microdata: index of the element that holds the value
}

// Is says whether the thing has one of the types.
func (t *Thing) Is(types ...string) bool {
	for _, have := range t.Types {
		for _, want := range types {
			if have == want {
				return true
			}
		}
	}
	return false
}

// Text gives the first text of a property that is not blank, trimmed; "" if there is none.
func (t *Thing) Text(name string) string {
	for i := range t.Props {
		if t.Props[i].Name == name {
			if s := strings.TrimSpace(t.Props[i].Text); s != "" {
				return s
			}
		}
	}
	return ""
}

// Name gives the first text of a property or, where it holds a thing, that thing's name.
func (t *Thing) Name(prop string) string {
	for i := range t.Props {
		if t.Props[i].Name != prop {
			continue
		}
		s := strings.TrimSpace(t.Props[i].Text)
		if held := t.Props[i].Thing; held != nil {
			s = held.Text("name")
		}
		if s != "" {
			return s
		}
	}
	return ""
}

// URL gives the first address of a property: a text, or the url or @id of the thing it holds.
func (t *Thing) URL(prop string) string {
	for i := range t.Props {
		if t.Props[i].Name != prop {
			continue
		}
		s := strings.TrimSpace(t.Props[i].Text)
		if held := t.Props[i].Thing; held != nil {
			if s = held.Text("url"); s == "" {
				s = held.ID
			}
		}
		if s != "" {
			return s
		}
	}
	return ""
}

// Thing gives the first thing that a property holds, or nil.
func (t *Thing) Thing(name string) *Thing {
	for i := range t.Props {
		if t.Props[i].Name == name && t.Props[i].Thing != nil {
			return t.Props[i].Thing
		}
	}
	return nil
}

// All gives every value of a property, in order.
func (t *Thing) All(name string) []Value {
	var all []Value
	for i := range t.Props {
		if t.Props[i].Name == name {
			all = append(all, t.Props[i].Value)
		}
	}
	return all
}

// Has says whether the property is there with any value.
func (t *Thing) Has(name string) bool {
	for i := range t.Props {
		if t.Props[i].Name == name {
			return true
		}
	}
	return false
}

// schemaName cuts a type or property down to its schema.org name:
// "http://schema.org/NewsArticle" and "schema:NewsArticle" become "NewsArticle".
func schemaName(s string) string {
	if i := strings.LastIndexAny(s, "/#:"); i >= 0 && i < len(s)-1 {
		return s[i+1:]
	}
	return s
}

// hasWord says whether a list of words parted by spaces holds the word.
func hasWord(list, word string) bool {
	for list != "" {
		i := strings.IndexByte(list, ' ')
		if i < 0 {
			return list == word
		}
		if list[:i] == word {
			return true
		}
		list = list[i+1:]
	}
	return false
}
