package article

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(JSONSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("article.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("article.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, a *Article) error {
	t.Helper()
	data, err := AppendJSON(nil, a)
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return compiled(t).Validate(v)
}

// full gives a record with every field set.
func full() *Article {
	no, zero, x := false, 0, []string{"https://example.com/x"}
	return &Article{
		Schema: Schema, ID: "a1",
		Source: Source{Path: "a.html", URL: "https://example.com/a", CanonicalURL: "https://example.com/a", FetchedAt: "2021-07-09T18:02:00Z",
			SHA256: strings.Repeat("0a", 32), Bytes: 5, MediaType: "text/html", Charset: "utf-8", Site: "Example"},
		PageKind: KindArticle, Language: "en", Kicker: "Trams", Headline: "Trams return", Standfirst: "After\ntwo years",
		Authors: []Author{{Name: "Ada", URL: "https://example.com/ada"}}, Dateline: "Graz", DateText: "Friday",
		Published: "2021-07-09T18:02:00+02:00", Modified: "2021-07-09", Section: "City", Tags: []string{"trams"},
		Body: []Block{
			{Type: Paragraph, Text: "One."}, {Type: Heading, Level: 2, Text: "Two"}, {Type: List, Ordered: &no, Items: []string{"a"}},
			{Type: Quote, Text: "Three.", Attribution: "Bo"}, {Type: Table, Rows: [][]string{{"a", ""}}}, {Type: Code, Text: "x\ty\n"},
			{Type: Figure, Caption: &zero}, {Type: Embed, Provider: "x.com", URL: "https://x.com/1"},
		},
		Text:        "One.\n\nTwo",
		Captions:    []Caption{{Text: "A tram.", Credit: "AFP", Image: "https://example.com/i.jpg", Alt: "tram", Raw: "A tram.AFP"}},
		TrustLabels: []TrustLabel{{Kind: "policy", Label: "Ethics", URL: "https://example.com/e", Source: "dom", Policy: "ethicsPolicy"}},
		Publisher: &Publisher{Name: "Example", URL: "https://example.com", Policies: []Policy{{"ethicsPolicy", "https://example.com/e"}},
			TrustTxt: &TrustTxt{File: "example.com.txt", BelongTo: x, Member: x, Control: x, ControlledBy: x, Social: x, Vendor: x, Customer: x,
				Disclosure: x, Contact: []string{"a desk"}, DataTrainingAllowed: &no}},
		Related: []Related{{"Notes", "More trams", "https://example.com/m"}},
		Parts: &Parts{Next: "https://example.com/2", Prev: "https://example.com/0", Number: 1, Whole: "0123456789abcdef",
			URLs: []string{"https://example.com/a"},
			Sources: []PartSource{{"a.html", "https://example.com/a", strings.Repeat("0", 64), 10, 0, 0},
				{"b.html", "https://example.com/b", strings.Repeat("1", 64), 12, 4, 1}}},
		Fixes:    []Fix{{"body[0].text", 0, "Oe", "One", "twin", 0.95, "document: One ×2"}},
		Suspects: []Fix{{"captions[0].text", 2, "trm", "tram", "twin", 0.5, "document: tram ×1"}},
		Quality:  Quality{"structured+dom", 0.97, []string{"slow"}},
	}
}

func TestSchemaTakesFullRecord(t *testing.T) {
	if err := validate(t, full()); err != nil {
		t.Error(err)
	}
}

func TestSchemaRefuses(t *testing.T) {
	for name, break_ := range map[string]func(*Article){
		"another schema":           func(a *Article) { a.Schema = "copydesk/article/v2" },
		"no id":                    func(a *Article) { a.ID = "" },
		"unknown page kind":        func(a *Article) { a.PageKind = "page" },
		"completed date":           func(a *Article) { a.Published = "5 August" },
		"control in headline":      func(a *Article) { a.Headline = "a\x07b" },
		"line break in headline":   func(a *Article) { a.Headline = "a\nb" },
		"list without order":       func(a *Article) { a.Body[2].Ordered = nil },
		"text in a figure":         func(a *Article) { a.Body[6].Text = "x" },
		"figure without caption":   func(a *Article) { a.Body[6].Caption = nil },
		"unknown trust label":      func(a *Article) { a.TrustLabels[0].Kind = "honest" },
		"policy of another kind":   func(a *Article) { a.TrustLabels[0].Kind = "ai" },
		"unknown source of label":  func(a *Article) { a.TrustLabels[0].Source = "hearsay" },
		"confidence beyond one":    func(a *Article) { a.Fixes[0].Confidence = 1.5 },
		"fix of nothing":           func(a *Article) { a.Fixes[0].Field = "" },
		"digest cut short":         func(a *Article) { a.Source.SHA256 = "00" },
		"space in address":         func(a *Article) { a.Source.URL = "https://example.com/a b" },
		"language in words":        func(a *Article) { a.Language = "English (UK)" },
		"method missing":           func(a *Article) { a.Quality.Method = "" },
		"level of heading too low": func(a *Article) { a.Body[1].Level = 7 },
	} {
		a := full()
		break_(a)
		if validate(t, a) == nil {
			t.Errorf("%s: the schema takes it", name)
		}
	}
}

// TestSchemaMatchesTypes holds the schema and the Go types together: each
// names the same fields, and requires those that are always written.
func TestSchemaMatchesTypes(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(JSONSchema(), &root); err != nil {
		t.Fatal(err)
	}
	defs := root["$defs"].(map[string]any)
	for name, typ := range map[string]any{
		"": Article{}, "source": Source{}, "author": Author{}, "caption": Caption{}, "trustLabel": TrustLabel{},
		"publisher": Publisher{}, "related": Related{}, "parts": Parts{}, "fix": Fix{}, "quality": Quality{},
	} {
		def := root
		if name != "" {
			def = defs[name].(map[string]any)
		}
		fields, always := jsonFields(reflect.TypeOf(typ))
		if got := slices.Sorted(maps.Keys(def["properties"].(map[string]any))); !slices.Equal(got, fields) {
			t.Errorf("%T: schema has %q, type has %q", typ, got, fields)
		}
		if got := required(def); !slices.Equal(got, always) {
			t.Errorf("%T: schema requires %q, type always writes %q", typ, got, always)
		}
		if def["additionalProperties"] != false {
			t.Errorf("%T: schema is open to other fields", typ)
		}
	}
	seen := map[string]bool{}
	for name, def := range defs {
		if strings.HasSuffix(name, "Block") {
			for field := range def.(map[string]any)["properties"].(map[string]any) {
				seen[field] = true
			}
		}
	}
	if fields, _ := jsonFields(reflect.TypeFor[Block]()); !slices.Equal(slices.Sorted(maps.Keys(seen)), fields) {
		t.Errorf("blocks: schema has %q, type has %q", slices.Sorted(maps.Keys(seen)), fields)
	}
}

func required(def map[string]any) []string {
	var out []string
	list, _ := def["required"].([]any)
	for _, v := range list {
		out = append(out, v.(string))
	}
	slices.Sort(out)
	return out
}

func jsonFields(typ reflect.Type) (all, always []string) {
	for f := range typ.Fields() {
		name, opts, _ := strings.Cut(f.Tag.Get("json"), ",")
		all = append(all, name)
		if !strings.Contains(opts, "omitempty") {
			always = append(always, name)
		}
	}
	slices.Sort(all)
	slices.Sort(always)
	return all, always
}

func TestJSONForms(t *testing.T) {
	a := full()
	a.Headline = "Q&A: <b> and “quotes”"
	file, err := AppendJSON(nil, a)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(file, []byte(`  "headline": "Q&A: <b> and “quotes”",`+"\n")) || !bytes.HasSuffix(file, []byte("}\n")) {
		t.Errorf("file form is not plain, indented JSON with a newline at its end:\n%s", file)
	}
	line, err := AppendLine([]byte("x"), a)
	if err != nil {
		t.Fatal(err)
	}
	if line[0] != 'x' || bytes.IndexByte(line, '\n') != len(line)-1 {
		t.Errorf("line form is not one line appended: %q", line)
	}
	for _, data := range [][]byte{file, line[1:]} {
		back, err := Parse(data)
		if err != nil || !reflect.DeepEqual(back, a) {
			t.Errorf("what was written does not read back: %v", err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"", "{}", `{"schema":"copydesk/article/v9"}`, `{"schema":"copydesk/article/v1","nobody":1}`, "[1]"} {
		if _, err := Parse([]byte(s)); err == nil {
			t.Errorf("%q is taken for a record", s)
		}
	}
}
