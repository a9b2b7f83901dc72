package dump

import (
	"strings"
	"testing"
)

func texts(lines []line) []string {
	out := make([]string, len(lines))
	for i := range lines {
		out[i] = lines[i].text
	}
	return out
}

func layOutText(s string) []line { return layOut(undo(strings.Split(s, "\n"))) }

func TestMarkdownIsTakenOff(t *testing.T) {
	lines := layOutText(`[Home](/) | [Sport](/sport)
##  The _big_ clock
![A clock](/clock.jpg)
**Bold** and [linked](/a_(b)) words, 3\. May, file_name_here
  * [An item](/item)
* * *
> It runs **late**.`)
	want := []string{"Home | Sport", "The big clock", "A clock", "Bold and linked words, 3. May, file_name_here", "An item", "It runs late."}
	if got := texts(lines); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Fatalf("got %q, want %q", got, want)
	}
	if !lines[0].marks.linked || lines[1].marks.heading != 2 || !lines[2].marks.picture || lines[3].marks.linked || !lines[4].bullet || !lines[5].marks.quote {
		t.Errorf("marks are %+v", lines)
	}
}

func TestSignsStayWhereADumpIsNoMarkdown(t *testing.T) {
	const text = "Dial *100# and wait\n2 * 3 * 4 is 24\n# of visitors: 12\nsnake_case [sic] (really)"
	if got := strings.Join(texts(layOutText(text)), "\n"); got != text {
		t.Errorf("got %q", got)
	}
}

const wrapped = `   The ferry that was to have sailed on Monday is still in the harbour,
   and nobody on the island can say when it will leave, since the captain
   has gone to the mainland in a rowing boat to fetch the missing valve.

     * One valve, of brass, is missing from the engine room of the ferry
       since the night of Sunday.
     * Short

   "We have waited before," said the keeper of the [2]lighthouse, "and we
   shall wait again."
   Last boat
   The harbour master, who lost his own boat in the storm of last winter,
   has lent the islanders his barge for as long as the ferry is laid up.
`

func TestBrokenLinesAreJoined(t *testing.T) {
	got := texts(layOutText(wrapped))
	want := []string{
		"The ferry that was to have sailed on Monday is still in the harbour, and nobody on the island can say when it will leave, since the captain has gone to the mainland in a rowing boat to fetch the missing valve.",
		"One valve, of brass, is missing from the engine room of the ferry since the night of Sunday.",
		"Short",
		`"We have waited before," said the keeper of the [2]lighthouse, "and we shall wait again."`,
		"Last boat",
		"The harbour master, who lost his own boat in the storm of last winter, has lent the islanders his barge for as long as the ferry is laid up.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLinesThatWereNotBrokenStay(t *testing.T) {
	for _, text := range []string{
		"Short one\nShort two\nShort three",
		strings.Repeat("A line of a poem that goes on for a good while\nand stops\n", 8),
		strings.Repeat("A paragraph that stands on one line, as long as it may be, and that no program ever broke, is left as it is.\n", 8),
	} {
		if got := strings.Join(texts(layOutText(text)), "\n"); got != strings.TrimSpace(text) {
			t.Errorf("got %q, want %q", got, text)
		}
	}
}

func TestNumberedLinksNeedTheirList(t *testing.T) {
	list := wrapped + "\nReferences\n\n   1. http://island.example/\n   2. http://island.example/light\n"
	got := strings.Join(texts(layOutText(list)), "\n")
	if strings.Contains(got, "[2]") || strings.Contains(got, "example") || !strings.Contains(got, "of the lighthouse, ") {
		t.Errorf("numbers or addresses are left: %q", got)
	}
}

func FuzzLayOut(f *testing.F) {
	f.Add(wrapped)
	f.Add("[a](b) ![c](d)\n# x\n> * - y\n[1][2]\nReferences\n1. http://x")
	f.Fuzz(func(t *testing.T, s string) {
		lines := layOutText(s)
		for i := range lines {
			if lines[i].at < 0 || lines[i].at > strings.Count(s, "\n") || i > 0 && lines[i].at <= lines[i-1].at {
				t.Fatalf("line %d says it stands at %d", i, lines[i].at)
			}
		}
		NewSheet(strings.Split(s, "\n"))
	})
}
