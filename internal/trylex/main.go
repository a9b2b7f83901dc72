package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"copydesk/normalize/letters"
)

func main() {
	gold, out := os.Args[1], os.Args[2]
	min := 0.9
	if len(os.Args) > 4 {
		fmt.Sscan(os.Args[4], &min)
	}
	for _, kind := range strings.Split(os.Args[3], ",") {
		fs, _ := filepath.Glob(gold + "/" + kind + "/damaged/*.txt")
		os.MkdirAll(out+"/"+kind, 0o755)
		ex, _ := os.Create(out + "/" + kind + ".fixes")
		size := 0
		var dur time.Duration
		for _, f := range fs {
			b, _ := os.ReadFile(f)
			s := string(b)
			t0 := time.Now()
			fixes := letters.Find(s, letters.Options{})
			dur += time.Since(t0)
			size += len(s)
			var w strings.Builder
			at := 0
			for _, x := range fixes {
				ok := x.Confidence >= min
				fmt.Fprintf(ex, "%s\t%v\t%.3f\t%s\t%s\t%s\t%q\n", filepath.Base(f), ok, x.Confidence, s[x.Start:x.End], x.After, x.Rule, s[max2(0, x.Start-20):min2(len(s), x.End+20)])
				if !ok {
					continue
				}
				w.WriteString(s[at:x.Start])
				w.WriteString(x.After)
				at = x.End
			}
			w.WriteString(s[at:])
			os.WriteFile(out+"/"+kind+"/"+filepath.Base(f), []byte(w.String()), 0o644)
		}
		ex.Close()
		fmt.Printf("%s %d docs %.1f MB/s\n", kind, len(fs), float64(size)/1e6/dur.Seconds())
	}
}
func max2(a, b int) int {
	if a > b {
		return a
	}
	return b
}
func min2(a, b int) int {
	if a < b {
		return a
	}
	return b
}
