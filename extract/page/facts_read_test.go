package page

import (
	"context"
	"testing"
)

func parsed(t *testing.T, markup string) *Document {
	t.Helper()
	d, err := Parse(context.Background(), Source{Bytes: []byte(markup)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestFactsOfAPage(t *testing.T) {
	f := &parsed(t, `<!doctype html><title> Ferry
	 runs again | The Harbour Post</title>
	<meta property="og:title" content="Ferry runs again"><meta name="DC.Creator" content="Ida Moen">
	<meta name=empty content="  ">
	<link rel="CANONICAL" href="/a/1"><link rel=stylesheet href=x.css><link rel="next nofollow" href="?p=2">
	<svg><title>logo</title></svg>
	<time datetime=" 2024-03-01T10:00Z ">1 <b>March</b></time><ins datetime=2001-01-01>x</ins>
	<script type="application/ld+json; charset=utf-8">{"@type":"NewsArticle","headline":"Ferry runs again"}</script>
	<script type="application/ld+json">oops</script>
	<meta name="script:ld+json" content='{"@type":"WebPage","name":"Ferry"}'>`).Facts
	if f.Title != "Ferry runs again | The Harbour Post" {
		t.Errorf("title %q", f.Title)
	}
	if got := f.MetaContent("empty", "dc.creator", "og:title"); got != "Ida Moen" {
		t.Errorf("meta %q", got)
	}
	if f.Link("canonical") != "/a/1" || f.Link("next") != "?p=2" || f.Link("stylesheet") != "" {
		t.Errorf("links %v", f.Links)
	}
	if len(f.Time) != 1 || f.Time[0].Datetime != "2024-03-01T10:00Z" || f.Time[0].Text != "1 March" {
		t.Errorf("times %v", f.Time)
	}
	if len(f.LD) != 2 || f.LD[0].Text("headline") != "Ferry runs again" || f.LD[1].Text("name") != "Ferry" || f.Broken != 1 {
		t.Errorf("things %s, broken %d", show(f.LD), f.Broken)
	}
}

func TestMicrodata(t *testing.T) {
	f := &parsed(t, `<article itemscope itemtype="https://schema.org/NewsArticle">
	<h1 itemprop="headline name">Ferry <i>runs</i> again</h1>
	<meta itemprop=datePublished content=2024-03-01>
	<span itemprop=author itemscope itemtype="http://schema.org/Person"><a itemprop=name href=/ida>Ida Moen</a><a itemprop=url href=/ida>more</a></span>
	<img itemprop=image src=a.jpg><time itemprop=dateModified datetime=2024-03-02>2 March</time>
	<div itemprop=articleBody>A long text</div></article><p itemprop=headline>Not inside an item</p>`).Facts
	want := `NewsArticle(headline=Ferry runs again name=Ferry runs again datePublished=2024-03-01 author=>Person image=a.jpg dateModified=2024-03-02 articleBody=) | Person(name=Ida Moen url=/ida)`
	if got := show(f.Items); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
