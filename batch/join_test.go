package batch

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"copydesk/article"
	"copydesk/ingest"
	"copydesk/normalize"
)

// partPage makes a page of an article about a lighthouse, with links to the parts before and after.
func partPage(own, prev, next string, paragraphs ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!doctype html><html lang="en"><head><title>The last keeper of the light</title><link rel="canonical" href="https://isle.example/%s">`, own)
	for _, l := range [...]struct{ rel, to string }{{"prev", prev}, {"next", next}} {
		if l.to != "" {
			fmt.Fprintf(&b, `<link rel="%s" href="https://isle.example/%s">`, l.rel, l.to)
		}
	}
	b.WriteString(`</head><body><article><h1>The last keeper of the light</h1>`)
	for _, p := range paragraphs {
		fmt.Fprintf(&b, "<p>%s</p>\n", p)
	}
	b.WriteString("</article></body></html>")
	return b.String()
}

var (
	lamp = []string{"Every evening at a quarter to seven Nora Fell climbs the hundred and twelve steps of the tower, and every evening she counts them aloud.",
		"She has done so for thirty-one years, through four ministers and two lamps, and she says that the steps have not become fewer.",
		"The second lamp, a gift of the town of Holm, burns so brightly that the gulls have moved to the other side of the island."}
	storm = []string{"The winter of the great storm was the only one in which the light went out, and it went out for less than a minute.",
		"Nora Fell remembers the silence more than the dark. “You do not hear the motor,” she says, “until it stops.”",
		"Two trawlers were on their way home that night. Both crews send her a ham at Christmas, and have never said why."}
	leave = []string{"In spring the light will be run from the mainland, by a computer that stands in a room without a window.",
		"Nora Fell will stay in the house below the tower. She has asked whether she may go on counting the steps, and nobody minded.",
		"The gulls, she thinks, will be back within the year."}
)

func threeParts() map[string]string {
	return map[string]string{
		"c/first.html": partPage("keeper", "", "keeper/2", lamp...),
		"a/two.html":   partPage("keeper/2", "keeper", "keeper/3", append([]string{lamp[2]}, storm...)...),
		"b/three.html": partPage("keeper/3", "keeper/2", "", leave...),
		"d/other.html": partPage("ferry", "", "", storm...),
	}
}

// joinedRun runs pages with joining and gives the records by page.
func joinedRun(t *testing.T, files map[string]string, workers int, backwards bool) (map[string]article.Article, map[string]string) {
	t.Helper()
	_, l := plant(t, files)
	if backwards {
		slices.Reverse(l.Items)
	}
	cfg := config(t, "json")
	cfg.Workers = workers
	p := Pipeline{Repair: normalize.Options{MinConfidence: normalize.DefaultConfidence}}
	j, err := NewJoiner(context.Background(), p, cfg.Reader, l.Items, workers, cfg.Limit)
	if err != nil {
		t.Fatal(err)
	}
	cfg.Process = j.Process
	sum, err := Run(context.Background(), cfg, l)
	if err != nil || sum.Failed > 0 {
		t.Fatalf("%+v, %v", sum, err)
	}
	raw := tree(t, cfg.Out)
	out := map[string]article.Article{}
	for name, data := range raw {
		var a article.Article
		if err := json.Unmarshal([]byte(data), &a); err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(name, ".json")] = a
	}
	return out, raw
}

func TestPartsAreJoined(t *testing.T) {
	records, _ := joinedRun(t, threeParts(), 2, false)
	first := records["c/first.html"]
	want := strings.Join(slices.Concat(lamp, storm, leave), "\n\n")
	if first.Text != want {
		t.Errorf("text of the whole:\n%s\nwant\n%s", first.Text, want)
	}
	p := first.Parts
	if p == nil || p.Number != 1 || p.Whole != "" || len(p.URLs) != 3 || p.URLs[2] != "https://isle.example/keeper/3" {
		t.Fatalf("parts of the first: %+v", p)
	}
	var from []string
	for _, s := range p.Sources {
		from = append(from, fmt.Sprintf("%s from %d", s.Path, s.Body))
	}
	if got := strings.Join(from, ", "); got != "c/first.html from 0, a/two.html from 3, b/three.html from 6" {
		t.Errorf("sources: %s", got)
	}
	for name, number := range map[string]int{"a/two.html": 2, "b/three.html": 3} {
		a := records[name]
		if a.Parts == nil || a.Parts.Whole != first.ID || a.Parts.Number != number || len(a.Parts.Sources) > 0 || a.Text == "" {
			t.Errorf("%s: parts %+v", name, a.Parts)
		}
	}
	if a := records["d/other.html"]; a.Parts != nil || len(a.Quality.Warnings) > 0 {
		t.Errorf("a page without parts: %+v, %q", a.Parts, a.Quality.Warnings)
	}
}

func TestJoinedRecordsDoNotDependOnOrderOrWorkers(t *testing.T) {
	_, want := joinedRun(t, threeParts(), 1, false)
	for _, workers := range []int{1, 4} {
		if _, got := joinedRun(t, threeParts(), workers, true); !maps.Equal(got, want) {
			t.Errorf("%d workers, backwards: other bytes", workers)
		}
	}
}

func TestPartsThatAreNotJoined(t *testing.T) {
	cases := map[string]struct {
		change func(map[string]string)
		pages  string // all of them have the warning
		want   string
	}{
		"last part missing":   {func(f map[string]string) { delete(f, "b/three.html") }, "c/first.html a/two.html", "https://isle.example/keeper/3 is not among the pages"},
		"middle part missing": {func(f map[string]string) { delete(f, "a/two.html") }, "c/first.html b/three.html", "https://isle.example/keeper/2 is not among the pages"},
		"first part missing":  {func(f map[string]string) { delete(f, "c/first.html") }, "a/two.html", "https://isle.example/keeper is not among the pages"},
		"circle":              {func(f map[string]string) { f["b/three.html"] = partPage("keeper/3", "keeper/2", "keeper/2", leave...) }, "c/first.html a/two.html b/three.html", "lead in a circle"},
		"no way back":         {func(f map[string]string) { f["b/three.html"] = partPage("keeper/3", "keeper/4", "", leave...) }, "c/first.html a/two.html", "keeper/3 does not lead back to https://isle.example/keeper/2"},
		"two pages, one address": {func(f map[string]string) { f["e/copy.html"] = f["a/two.html"] }, "a/two.html e/copy.html",
			"two pages give https://isle.example/keeper/2 as their address"},
		"the same text again": {func(f map[string]string) { f["b/three.html"] = partPage("keeper/3", "keeper/2", "", lamp...) }, "c/first.html a/two.html b/three.html",
			"part 3 repeats the text of the others"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			files := threeParts()
			c.change(files)
			records, _ := joinedRun(t, files, 2, false)
			for _, page := range strings.Fields(c.pages) {
				a := records[page]
				if !strings.Contains(strings.Join(a.Quality.Warnings, "; "), c.want) {
					t.Errorf("%s: warnings %q, want one with %q", page, a.Quality.Warnings, c.want)
				}
			}
			for page, a := range records {
				if a.Parts != nil && (a.Parts.Whole != "" || a.Parts.Sources != nil) {
					t.Errorf("%s was joined: %+v", page, a.Parts)
				}
			}
		})
	}
}

func TestJoinedRecordIsUndone(t *testing.T) {
	files := threeParts()
	files["b/three.html"] = strings.Replace(files["b/three.html"], "run from the mainland", "run from the main&amp;shy;land&amp;nbsp;", 1)
	records, _ := joinedRun(t, files, 2, false)
	a := records["c/first.html"]
	if len(a.Fixes) == 0 || !strings.HasPrefix(a.Fixes[0].Field, "body[6]") {
		t.Fatalf("fixes %+v, want one in the block that came from the third page", a.Fixes)
	}
	if err := article.Undo(&a); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "main&shy;land") {
		t.Errorf("undone: %s", a.Text)
	}
}

func TestStandardInputIsNotReadTwice(t *testing.T) {
	l := listed(t, "-")
	r := &ingest.Reader{MaxBytes: 1 << 20, Stdin: strings.NewReader(threeParts()["c/first.html"])}
	j, err := NewJoiner(context.Background(), Pipeline{}, r, l.Items, 1, 10*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if p, err := r.Read(context.Background(), l.Items[0]); err != nil || len(p.Bytes) == 0 || len(j.groups) > 0 {
		t.Errorf("standard input was read by the first pass: %v", err)
	}
}
