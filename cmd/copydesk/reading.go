package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"copydesk/batch"
	"copydesk/extract"
	"copydesk/extract/siterules"
	"copydesk/extract/trusttxt"
	"copydesk/extract/vocab"
	"copydesk/ingest"
	"copydesk/normalize"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"
)

// reading holds the flags that say how pages are read, shared by run, extract and explain.
type reading struct {
	lang         string
	maxBytes     size
	timeout      time.Duration
	allowPrivate bool
	confidence   float64
	vocab        []string       // folders of the user's own words
	words        *vocab.Matcher // nil where there are none
	siteRules    string         // folder
	trustTxt     string         // folder or file
	copies       *trusttxt.Set  // nil where there are none
}

func (o *reading) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.lang, "lang", "", "language of the pages as a BCP 47 tag, where you know better than they do")
	o.maxBytes = 16 << 20
	f.Var(&o.maxBytes, "max-bytes", "largest page that is read, after decompression, in bytes, KB or MB")
	f.DurationVar(&o.timeout, "timeout", 10*time.Second, "longest time that the record of one page may take once the page is read; waiting for standard input or a pipe does not count, and a server has 30s")
	f.Float64Var(&o.confidence, "min-confidence", normalize.DefaultConfidence, "repairs below this are reported as suspects, not made")
	f.StringArrayVar(&o.vocab, "vocab", nil, "folder of LANG.tsv files with words of the press to add to those built in; each line is kind, place, phrase and where it was seen, parted by tabs (may be repeated)")
	f.StringVar(&o.siteRules, "site-rules", "", "folder of HOST.txt files in the format of ftr-site-config, to pin where a site keeps its parts")
	f.StringVar(&o.trustTxt, "trust-txt", "", "copies of publishers' trust.txt: a folder of HOST.txt (or HOST/trust.txt), or one file for all pages; nothing is fetched")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "also fetch from private and loopback addresses")
}

func (o *reading) check() error {
	if o.maxBytes < 1 {
		return usage("--max-bytes must be at least 1")
	}
	if o.timeout <= 0 {
		return usage("--timeout must be more than 0, for example 10s")
	}
	if err := checkJudgment(o.confidence, &o.lang); err != nil {
		return err
	}
	if o.siteRules != "" {
		if info, err := os.Stat(o.siteRules); err != nil || !info.IsDir() {
			return usage("--site-rules %s: no such folder", ingest.Shown(o.siteRules))
		}
		if siterules.Empty(os.DirFS(o.siteRules)) {
			return usage("--site-rules %s: no file of rules there: want one a host, such as example.com.txt", ingest.Shown(o.siteRules))
		}
	}
	if err := o.readTrustTxt(); err != nil {
		return err
	}
	return o.readVocabulary()
}

// doubts gives what is wrong in the user's own files and does not keep a run from
// going on: each record that it concerns says so as well.
func (o *reading) doubts() []string {
	if o.siteRules == "" {
		return nil
	}
	return siterules.Check(os.DirFS(o.siteRules))
}

// warn tells of doubts on standard error.
func (o *reading) warn(cmd *cobra.Command) {
	for _, d := range o.doubts() {
		fmt.Fprintf(cmd.ErrOrStderr(), "warning: %s\n", ingest.OneLine(d))
	}
}

// checkJudgment checks what a repair goes by, and writes the language as the standard does.
func checkJudgment(confidence float64, lang *string) error {
	if !(confidence > 0 && confidence <= 1) { // so that it holds for NaN
		return usage("--min-confidence must be more than 0 and at most 1")
	}
	if *lang == "" {
		return nil
	}
	tag, err := language.Parse(*lang)
	if err != nil {
		return usage("--lang %q is no language tag: want one such as en, pt-BR or zh-Hant", *lang)
	}
	*lang = tag.String()
	return nil
}

func (o *reading) readTrustTxt() error {
	if o.trustTxt == "" {
		return nil
	}
	info, err := os.Stat(o.trustTxt)
	if err != nil {
		return usage("--trust-txt %s: no such folder or file", o.trustTxt)
	}
	if info.IsDir() {
		folder := os.DirFS(o.trustTxt)
		if trusttxt.Empty(folder) {
			return usage("--trust-txt %s: no copy there: want one a host, such as example.com.txt or example.com/trust.txt", ingest.Shown(o.trustTxt))
		}
		o.copies = trusttxt.Open(folder)
		return nil
	}
	f, err := os.Open(o.trustTxt)
	if err != nil {
		return usage("--trust-txt: %v", err)
	}
	defer f.Close()
	if o.copies, err = trusttxt.Every(f, filepath.Base(o.trustTxt)); err != nil {
		return usage("--trust-txt: %v", err)
	}
	return nil
}

func (o *reading) readVocabulary() error {
	if len(o.vocab) == 0 {
		return nil
	}
	var folders []fs.FS
	for _, dir := range o.vocab {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return usage("--vocab %s: no such folder", ingest.Shown(dir))
		}
		if found, err := filepath.Glob(filepath.Join(dir, "*.tsv")); err != nil || len(found) == 0 {
			return usage("--vocab %s: no LANG.tsv files there: want one a language, such as en.tsv, with the columns kind, place, phrase, seen", ingest.Shown(dir))
		}
		folders = append(folders, os.DirFS(dir))
	}
	words, err := vocab.Load(folders...)
	if err != nil {
		return usage("--vocab: %v", err)
	}
	o.words = words
	return nil
}

// fetchTimeout is how long one answer of a server is waited for.
const fetchTimeout = 30 * time.Second

func (o *reading) reader(stdin io.Reader) *ingest.Reader {
	return &ingest.Reader{
		MaxBytes: int64(o.maxBytes),
		Stdin:    stdin,
		Web: ingest.NewFetcher(ingest.FetchOptions{
			UserAgent:    fmt.Sprintf("copydesk/%s (article extraction)", version()),
			AllowPrivate: o.allowPrivate,
			Timeout:      fetchTimeout,
			Redirects:    5,
			MaxBytes:     int64(o.maxBytes),
			Now:          time.Now,
		}),
	}
}

func (o *reading) pipeline() batch.Pipeline {
	cfg := extract.Config{Lang: o.lang, Vocabulary: o.words, TrustTxt: o.copies}
	if o.siteRules != "" {
		cfg.Sites = siterules.Open(os.DirFS(o.siteRules))
	}
	return batch.Pipeline{
		Extract: cfg,
		Repair:  normalize.Options{Lang: o.lang, MinConfidence: o.confidence},
	}
}
