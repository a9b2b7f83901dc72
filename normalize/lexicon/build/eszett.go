package main

import (
	_ "embed"
	"maps"
	"strings"
)

// The lists fold ß to ss. It is brought back where running text writes it, or
// where a word has one of the roots that are spelled with it.

//go:embed eszett.txt
var eszettRoots string

func (w *wordlist) eszett() {
	var roots [][2]string // with ss, with ß
	for line := range strings.Lines(eszettRoots) {
		if root := strings.TrimSpace(line); root != "" && root[0] != '#' {
			roots = append(roots, [2]string{strings.ReplaceAll(root, "ß", "ss"), root})
		}
	}
	sharp := map[string]string{} // ss -> ß, as running text has it
	for s, n := range w.seen {
		if strings.Contains(s, "ß") {
			plain := strings.ReplaceAll(s, "ß", "ss")
			old := sharp[plain]
			if n > w.seen[plain] && (old == "" || n > w.seen[old] || n == w.seen[old] && s < old) {
				sharp[plain] = s
			}
		}
	}
	restored, swiss := map[string]int{}, map[string]int{}
	for s, i := range w.freq {
		if !strings.Contains(s, "ss") {
			continue
		}
		to := sharp[s]
		if to == "" {
			to = w.sharpen(s, roots)
		}
		if to != s && to != "" {
			if old, ok := restored[to]; !ok || i < old {
				restored[to] = i
			}
			if w.seen[s] == 0 || w.seen[to] > 4*w.seen[s] {
				swiss[s] = i + 120 // as Switzerland writes it
			}
		}
	}
	maps.Copy(w.freq, swiss)
	maps.Copy(w.freq, restored)
}

// sharpen puts ß into the roots that a word has, unless its ss is a seam
// between two words ("preis|senkung").
func (w *wordlist) sharpen(s string, roots [][2]string) string {
	for _, r := range roots {
		for from := 0; ; {
			i := strings.Index(s[from:], r[0])
			if i < 0 {
				break
			}
			i += from
			seam := i + strings.Index(r[0], "ss") + 1
			if (i == 0 || w.prefix(s[:i])) && !(w.common(s[:seam]) && w.common(s[seam:])) {
				s = s[:i] + r[1] + s[i+len(r[0]):]
			}
			from = i + len(r[1])
			if from >= len(s) {
				break
			}
		}
	}
	return s
}

const prefixes = " ab an auf aus be bei da dar durch ein ent er ge her hin hinaus hinein los miss mit nach um un unter ver vor weg wider zer zu zurück zusammen über ur an ange abge aufge ausge einge umge zuge vorge unge un einiger gewisser gleicher folgender der bekannter erwiesener "

// prefix says whether a root may stand behind this.
func (w *wordlist) prefix(s string) bool {
	return strings.Contains(prefixes, " "+s+" ") || w.common(s) || w.common(strings.TrimSuffix(s, "s")) || w.common(s+"e")
}

func (w *wordlist) common(s string) bool {
	i, ok := w.freq[s]
	return ok && len(s) >= 3 && i < 560
}
