package byline_test

import (
	"strings"
	"testing"

	"copydesk/extract/label/byline"
	"copydesk/extract/label/labeltest"
)

func TestAuthors(t *testing.T) {
	const head = `<html lang=en><link rel=canonical href="https://shorepost.example/a/ferry"><meta property="og:site_name" content="Shore Post"><title>Ferry returns after nine months - Shore Post</title><article><h1>Ferry returns after nine months</h1>`
	ld := func(author string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry returns after nine months","author":` + author + `}</script>`
	}
	for _, c := range []struct{ name, page, want string }{
		{"declared, with their address", ld(`{"@type":"Person","name":"Ida Moen","url":"/by/ida"}`) + labeltest.Prose, "Ida Moen <https://shorepost.example/by/ida>"},
		{"declared by reference", `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry returns after nine months","author":{"@id":"#i"}},{"@id":"#i","@type":"Person","name":"Ida Moen"}]}</script>` + labeltest.Prose, "Ida Moen"},
		{"the site is declared, a person is shown", ld(`{"@type":"Organization","name":"Shore Post"}`) + `<p class="byline">By Ida Moen</p>` + labeltest.Prose, "Ida Moen"},
		{"the site is declared and nobody shown", ld(`{"@type":"Organization","name":"Shore Post"}`) + labeltest.Prose, "Shore Post"},
		{"names without a name", ld(`[{"@type":"Person"},{"@type":"Person","name":""}]`) + `<meta name=author content="Ida Moen">` + labeltest.Prose, "Ida Moen"},
		{"the photographer is not the author", `<figure itemscope itemtype="http://schema.org/ImageObject"><span itemprop=author>Per Lie</span></figure><div>By <a rel=author href="/by/ida">Ida Moen</a></div>` + labeltest.Prose, "Ida Moen <https://shorepost.example/by/ida>"},
		{"shown under the headline", `<div class=meta>By Ida Moen</div>` + labeltest.Prose, "Ida Moen"},
		{"a name beside a date", `<div class=x1><span>Ida Moen</span><span>12 March 2024</span></div>` + labeltest.Prose, "Ida Moen"},
		{"behind the date", `<p>posted on 12 March 2024 by Ida Moen</p>` + labeltest.Prose, "Ida Moen"},
		{"behind the date and before the section", `<p>12 March 2024 by Ida Moen IN Shipping | 0 comments</p>` + labeltest.Prose, "Ida Moen"},
		{"before a role and a date", `<p>Ida Moen | Senior Writer | March 12, 2024</p>` + labeltest.Prose, "Ida Moen"},
		{"a team", `<p class="author-name">By The Tideline editors</p>` + labeltest.Prose, "The Tideline editors"},
		{"at the end, with a mail address", labeltest.Prose + `<p>Ida Moen ida@shorepost.example</p>`, "Ida Moen"},
		{"who checked it stands in the same line", `<div>By <a href="/author/ida">Ida Moen</a> – Updated May 9, 2024 | Fact-checked by <a href="/author/per">Per Lie</a></div>` + labeltest.Prose, "Ida Moen <https://shorepost.example/author/ida>"},
		{"who only checked it", `<div class=byline>Fact-checked by: <a href="/author/per">Per Lie</a></div>` + labeltest.Prose, ""},
		{"who only checked it, and what she is", `<div class=byline>By Ida Moen</div><div class=byline><span>Reviewed by</span><a href="/r/per">Per Lie</a><span>Expert Reviewer</span></div>` + labeltest.Prose, "Ida Moen"},
		{"nobody but who checked it", `<div class=byline><span>Reviewed by</span><a href="/r/per">Per Lie</a><span>Expert Reviewer</span></div>` + labeltest.Prose, ""},
		{"in a heading", `<h4>By <span><a href="/bios/ida">Ida Moen</a></span></h4><h4>12 March 2024</h4>` + labeltest.Prose, "Ida Moen"},
		{"a subhead is not", `<h3>By and by</h3>` + labeltest.Prose, ""},
		{"the photographer under the picture is not", `<div><img src=a.jpg><span>The ferry had been laid up since last May, when the yard that was to mend it went out of business. </span><span>By <a href="/writer/1/Per_Lie/">Per Lie</a></span></div><div>By <a href="/writer/2/Ida_Moen/">Ida Moen</a>, Post Staff Writer</div>` + labeltest.Prose, "Ida Moen <https://shorepost.example/writer/2/Ida_Moen/>"},
		{"under its label", `<div><p>Written by</p><p>Ida Moen</p></div>` + labeltest.Prose, "Ida Moen"},
		{"under its label at the end", labeltest.Prose + `<div><h3>Authors</h3><ul><li>Ida Moen</li><li>Per Lie</li></ul><p>Share this</p></div>`, "Ida Moen; Per Lie"},
		{"under its label, beside her initials", labeltest.Prose + `<div><span>Author(s)</span><div>IM</div><div>Ida Moen</div><div>Staff Engineer, Shoreworks</div></div>`, "Ida Moen"},
		{"over her role", `<div><p>What does the autumn have in store?</p></div><div><p>Ida Moen</p><p>Ferries Writer</p></div>` + labeltest.Prose, "Ida Moen"},
		{"alone under the headline, and again over a portrait", `<p>Ida Moen</p><p>March 12, 2024</p>` + labeltest.Prose + `<div><h4>Ida Moen</h4><p>She has sailed on every boat of the line since 1988 and remembers most of them.</p></div>`, "Ida Moen"},
		{"a place that comes again as a link is not", `<p>Stoke Harbour</p><p>March 12, 2024</p>` + labeltest.Prose + `<div><a href="/stoke">Stoke Harbour</a></div>`, ""},
		{"a place over a date is not", `<div><p>Stoke Harbour</p><p>March 12, 2024</p></div>` + labeltest.Prose, ""},
		{"a house of the site, where the page shows it as the writer", `<p class="authorName">Shore Post Staff</p>` + labeltest.Prose, "Shore Post Staff"},
		{"data that names the helpers, too", ld(`[{"name":"Ida Moen"},{"name":"Per Lie"},{"name":"Bo Dahl"}]`) + `<p>By <a rel=author href="/i">Ida Moen</a></p><div><p>Contributions from</p><p>Per Lie, Bo Dahl</p></div>` + labeltest.Prose, "Ida Moen <https://shorepost.example/i>"},
		{"data that names the photographer, too", ld(`[{"name":"Ida Moen"},{"name":"Per Lie"}]`) + `<p>By <a rel=author href="/i">Ida Moen</a></p><p>Photography by Per Lie</p>` + labeltest.Prose, "Ida Moen <https://shorepost.example/i>"},
		{"one who wrote and took the pictures", ld(`[{"name":"Ida Moen"},{"name":"Per Lie"}]`) + `<p>By Ida Moen and Per Lie</p><p>Photography by Per Lie</p>` + labeltest.Prose, "Ida Moen; Per Lie"},
		{"data that names nobody else", ld(`[{"name":"Bo Dahl"},{"name":"Per Lie"}]`) + `<p>Photography by Bo Dahl and Per Lie</p>` + labeltest.Prose, "Bo Dahl; Per Lie"},
		{"the site is declared and an agency's byline shown", ld(`{"@type":"Organization","name":"Shore Post"}`) + `<p>By Associated Press</p>` + labeltest.Prose, "Associated Press"},
		{"the site is declared and agencies without a name shown", ld(`{"@type":"Organization","name":"Shore Post"}`) + `<p>By Agencies</p>` + labeltest.Prose, "Shore Post"},
		{"the site is declared and an agency's picture shown", ld(`{"@type":"Organization","name":"Shore Post"}`) + `<figure><img src=a.jpg><figcaption>The quay. Associated Press</figcaption></figure>` + labeltest.Prose, "Shore Post"},
		{"what a description of the author says is no name", `<div><p>Ida Moen</p><div class="author-description">Licensed Harbour Pilot, Ferry Grader</div></div>` + labeltest.Prose, ""},
		{"microdata: the writers of teasers are not", `<div itemscope itemtype="https://schema.org/Article"><meta itemprop=headline content="Ferry returns after nine months"><span itemprop=author>Ida Moen</span>` + labeltest.Prose + `<div class=more><div><h3>Bakery closes</h3><span itemprop=author>Per Lie</span></div><div><h3>School opens</h3><span itemprop=author>Bo Dahl</span></div></div></div>`, "Ida Moen"},
		{"microdata: nor those of teasers alone", `<div itemscope itemtype="https://schema.org/Article"><meta itemprop=headline content="Ferry returns after nine months">` + labeltest.Prose + `<div class=related-cards><div class=card><h3>Bakery closes</h3><span itemprop=author>Per Lie</span></div></div></div>`, ""},
		{"microdata: who is named behind the text", `<div itemscope itemtype="https://schema.org/Article"><meta itemprop=headline content="Ferry returns after nine months">` + labeltest.Prose + `<p>Text: <span itemprop=author>Ida Moen</span></p></div>`, "Ida Moen"},
		{"another house is declared for a person", ld(`{"@type":"Person","name":"The Western Times"}`) + `<p>By <a rel=author href="/w">Ida Moen, The Western Times</a></p>` + labeltest.Prose, "Ida Moen <https://shorepost.example/w>"},
		{"another house is declared, and nobody shown", ld(`{"@type":"Person","name":"The Western Times"}`) + labeltest.Prose, "The Western Times"},
		{"a house is not, where somebody is named", `<meta name=author content="Ida Moen"><p class="authorName">Shore Post Staff</p>` + labeltest.Prose, "Ida Moen"},
		{"a house outside of the byline is not", `<div><p>Shore Post Staff</p></div>` + labeltest.Prose, ""},
		{"beside its label, in a list behind the text", labeltest.Prose + `<p>Share this</p><p>More on boats</p><ul class=list><li><strong>Date</strong> 3.05.2022</li><li><strong>Author/Editor</strong> Ida Moen</li><li><strong>Topics</strong> Harbour Works, New Boats</li></ul>`, "Ida Moen"},
		{"a place before a place with its date is not", `<div class=x1><span>Bad Strandby</span> | <span>Wittlohe, 12 March 2024</span></div>` + labeltest.Prose, ""},
		{"under another label", `<div><p>Reviewed by</p><p>Ida Moen</p></div>` + labeltest.Prose, ""},
		{"a role beside the name", `<div class=author-info><span class=author-name>Ida Moen</span><span class=author-position>Founder at Shoreworks</span></div>` + labeltest.Prose, "Ida Moen"},
		{"a role alone", `<div class=byline-author>By <a href="/our-people/ida">Ida Moen</a><br><span>Senior Ferries Reporter</span></div>` + labeltest.Prose, "Ida Moen"},
		{"a link to her life", `<div class=byline>By <a href="/author/ida">Ida Moen</a> <a class=author-link href="/author/ida"><span>Full Bio</span></a></div>` + labeltest.Prose, "Ida Moen <https://shorepost.example/author/ida>"},
		{"one word that her page is named for", `<div class=author><a href="/blog/author/idamo/">Idamo</a><span>3/14/2024</span></div>` + labeltest.Prose, "Idamo <https://shorepost.example/blog/author/idamo/>"},
		{"one word that it is not named for", `<div class=author><a href="/blog/author/idamo/">Follow</a><span>3/14/2024</span></div>` + labeltest.Prose, ""},
		{"a branch of the house", `<div class=author>By <a href="/author/ida">Ida Moen, Shore Post North</a></div>` + labeltest.Prose, "Ida Moen <https://shorepost.example/author/ida>"},
		{"in the text", `<p>The old boat was built by Bo Dahl in a yard that has long been a car park, and nobody has kept the plans or the tools.</p>` + labeltest.Prose, ""},
		{"named in a question", `<p>Do you know what <a href="/people/bo-dahl/"><b>Bo Dahl</b></a> will not be doing on Tuesday?</p>` + labeltest.Prose, ""},
		{"named in a sentence", `<p>Watching <a href="/people/bo-dahl/">Bo Dahl</a> mend a net is no use to <a href="/people/per-lie/">Per Lie</a>, who has none.</p>` + labeltest.Prose, ""},
		{"who writes is named by her role", `<p>Reporter <a href="/people/ida/">Ida Moen</a> has covered the harbour since it froze.</p>` + labeltest.Prose, "Ida Moen <https://shorepost.example/people/ida/>"},
		{"who writes is named first", `<p><a href="/people/ida/">Ida Moen</a> has covered the harbour since it froze.</p>` + labeltest.Prose, "Ida Moen <https://shorepost.example/people/ida/>"},
		{"trending names are not", `<div class=byline>By <a href="/staff/ida">Ida Moen</a></div><div class=trending>Trending: <a href="/t/1">Amber Lockhart</a> <a href="/t/2">Dean Whittle</a></div>` + labeltest.Prose, "Ida Moen <https://shorepost.example/staff/ida>"},
		{"who checked it is not", `<div>Written by <a href="/authors/ida">Ida Moen</a></div><div>Reviewed by <a href="/authors/per">Per Lie</a></div>` + labeltest.Prose, "Ida Moen <https://shorepost.example/authors/ida>"},
		{"all whom the byline names", ld(`{"name":"Ida Moen"}`) + `<p>By <a href="/authors/ida">Ida Moen</a> and <a href="/authors/per">Per Lie</a></p>` + labeltest.Prose, "Ida Moen <https://shorepost.example/authors/ida>; Per Lie <https://shorepost.example/authors/per>"},
		{"a social address is no name", `<meta property="article:author" content="https://www.example.com/shorepost">` + labeltest.Prose, ""},
		{"a template's variable is none", `<meta name=author content="page.head.extra.author">` + labeltest.Prose, ""},
		{"data that names the house and who only helped", ld(`[{"@type":"Organization","name":"Shore Post"},{"name":"Per Lie"}]`) + `<p>By <a rel=author href="/i">Ida Moen</a></p><p>Photography by Per Lie</p>` + labeltest.Prose, "Ida Moen <https://shorepost.example/i>"},
		{"data that names the house and somebody whom the page does not show", ld(`[{"@type":"Organization","name":"Shore Post"},{"name":"Bo Dahl"}]`) + `<p>By <a rel=author href="/i">Ida Moen</a></p><p>Photography by Per Lie</p>` + labeltest.Prose, "Bo Dahl"},
		{"the section in the author's place is not", ld(`[{"name":"Harbour Life"},{"name":"Ida Moen"}]`) + `<a rel="category tag" href="/harbour">Harbour Life</a>` + labeltest.Prose, "Ida Moen"},
		{"a link that is no category says nothing of names", ld(`[{"name":"Harbour Life"},{"name":"Ida Moen"}]`) + `<a rel="tag" href="/harbour">Harbour Life</a>` + labeltest.Prose, "Harbour Life; Ida Moen"},
		{"the section in a meta's author is not", `<meta property="article:section" content="Harbour Life"><meta name=author content="Harbour life">` + labeltest.Prose, ""},
		{"the authors of comments are not", labeltest.Prose + `<section class=comments><div class=comment><span class=author>Bo Dahl</span><p>Nonsense.</p></div></section>`, ""},
		{"nobody", labeltest.Prose, ""},
		{"behind the date, over the headline", `</article><main><div class=meta><span>Published May 9, 2022</span> <span>by Ida Moen</span></div><h1>Ferry returns after nine months</h1>` + labeltest.Prose, "Ida Moen"},
	} {
		page := head + c.page
		if strings.HasPrefix(c.page, "</article>") {
			page = strings.Replace(page, "<article><h1>Ferry returns after nine months</h1>", "<article>", 1)
		}
		in, _, _ := labeltest.Read(t, page+`</article>`, "")
		var got []string
		for _, a := range byline.Find(in) {
			s := a.Name
			if a.URL != "" {
				s += " <" + a.URL + ">"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}
