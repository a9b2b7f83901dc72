package extract

import (
	"strings"
	"testing"

	"copydesk/article"
	"copydesk/extract/block"
	"copydesk/extract/label"
	"copydesk/extract/page"
)

// Much prose that was nearly taken is told; so much of comments or links is not.
func TestProseLeftOut(t *testing.T) {
	const sentence = "The ferry had been laid up for nine months, because the yard that was to mend it had gone out of business. "
	prose := strings.Repeat(sentence, 10)
	for _, c := range []struct {
		name string
		left block.Block
		told bool
	}{
		{"nearly taken", block.Block{Kind: block.Paragraph, Text: prose, Scores: block.Scores{Body: 0.45}}, true},
		{"a comment", block.Block{Kind: block.Paragraph, Text: prose, Scores: block.Scores{Body: 0.05}}, false},
		{"links", block.Block{Kind: block.Paragraph, Text: prose, LinkChars: int32(len(prose)), Scores: block.Scores{Body: 0.45}}, false},
		{"one sentence", block.Block{Kind: block.Paragraph, Text: sentence, Scores: block.Scores{Body: 0.45}}, false},
	} {
		in := &label.Input{Doc: &page.Document{}, Blocks: []block.Block{{Kind: block.Paragraph, Text: prose, Scores: block.Scores{Body: 0.9}}, c.left}, Roles: []label.Role{label.Body, label.None}}
		q := quality(in, &article.Article{Headline: "Ferry returns", Text: prose}, "dom")
		if told := len(q.Warnings) > 0; told != c.told {
			t.Errorf("%s: warnings %q", c.name, q.Warnings)
		}
	}
}
