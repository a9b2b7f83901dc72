package golden

import (
	"bytes"
	"testing"

	"copydesk/article"
	"copydesk/batch"
	"copydesk/ingest"
)

// FuzzPipeline takes any bytes from page to record. Whatever they are, there
// is a record that validates, can be undone and is the same the second time,
// or an error; never a panic.
func FuzzPipeline(f *testing.F) {
	cases, err := Cases(pagesDir)
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range cases {
		p, err := c.Read(f.Context())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(p.Bytes)
	}
	f.Add([]byte("<p>\xff\xfe\x00<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"}</script>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<18 {
			return
		}
		var first []byte
		for range 2 {
			a, err := batch.Pipeline{}.Process(t.Context(), ingest.Page{Name: "page", Bytes: data})
			if err != nil {
				return
			}
			record, err := article.AppendJSON(nil, a)
			if err != nil {
				t.Fatal(err)
			}
			if first != nil && !bytes.Equal(first, record) {
				t.Fatal("the same page gives another record the second time")
			}
			first = record
		}
		if err := Valid(first); err != nil {
			t.Fatal(err)
		}
		undoes(t, "page", first)
	})
}
