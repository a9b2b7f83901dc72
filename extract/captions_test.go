package extract

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"copydesk/ingest"
)

// Where captions and credits stand on pages: each piece of markup, amid the text
// of an article, gives these captions, as "text | credit".
func TestCaptionsOnPages(t *testing.T) {
	for _, c := range []struct {
		name, markup string
		want         []string
	}{
		{"credit in an element of its own",
			`<figure><img src="/a.jpg"><figcaption>Divers leave the slip at dawn. <span class="credit">Jo Marr</span></figcaption></figure>`,
			[]string{"Divers leave the slip at dawn. | Jo Marr"}},
		{"credit in an attribute of the picture",
			`<figure><img src="/a.jpg" data-credit="Jo Marr/Harbour Press"><figcaption>Divers leave the slip at dawn.</figcaption></figure>`,
			[]string{"Divers leave the slip at dawn. | Jo Marr/Harbour Press"}},
		{"credit in the page's data only",
			`<figure><img src="https://img.example/2024/divers-at-dawn.jpg"><figcaption>Divers leave the slip at dawn.</figcaption></figure>
			<script type="application/ld+json">{"@context":"https://schema.org","@type":"ImageObject","contentUrl":"https://img.example/2024/divers-at-dawn.jpg","creditText":"Jo Marr"}</script>`,
			[]string{"Divers leave the slip at dawn. | Jo Marr"}},
		{"credit glued to the words",
			`<figure><img src="/a.jpg"><figcaption>Divers leave the slip at the quay in Moscow.AFP</figcaption></figure>`,
			[]string{"Divers leave the slip at the quay in Moscow. | AFP"}},
		{"caption in an attribute of the picture",
			`<p><img src="/a.jpg" data-caption="Divers leave the slip at dawn. (AP Photo/Jo Marr)"></p>`,
			[]string{"Divers leave the slip at dawn. | AP Photo/Jo Marr"}},
		{"caption beside the figure",
			`<div class="photo"><figure><img src="/a.jpg"></figure><p class="photo-caption">Divers leave the slip at dawn. Photograph: Jo Marr/Alamy</p></div>`,
			[]string{"Divers leave the slip at dawn. | Jo Marr/Alamy"}},
		{"caption set as a heading",
			`<div class="imgbox"><img src="/a.jpg"><h2>Divers leave the slip at dawn, while the crew of the old ferry waits for the tide to turn.</h2><p>Photo: AFP</p></div>`,
			[]string{"Divers leave the slip at dawn, while the crew of the old ferry waits for the tide to turn. | AFP"}},
		{"a product's name, its credit and the shops",
			`<div class="product"><a href="https://shop.example/l"><img src="/a.jpg"><p class="x1">Photograph: Jo Marr</p></a><div class="x2">Northlight 40 Lantern</div>
			<a href="https://shop.example/l">$40 at the Lamp Shop, with free delivery to the island</a><a href="https://other.example/l">$42 at the Other Shop</a><a href="https://third.example/l">$45 at a Third Shop</a><a href="https://4.example/l">$47 at Four</a></div>`,
			[]string{"Northlight 40 Lantern | Jo Marr"}},
		{"a paragraph of the text in one box with a picture and its credit",
			`<div class="txt"><img src="/a.jpg"><p class="small">Photo: Jo Marr</p><p>The museum in the old lifeboat station was founded by two brothers in 1986, who gave it their own boat, and has shown ever since what the crews of nine winters brought home.</p></div>`,
			nil},
		{"prices under a picture are none",
			`<figure><img src="/a.jpg"><figcaption>3,20€ <s>7,90 €</s></figcaption></figure><figure><img src="/b.jpg"><figcaption>USD 12.50</figcaption></figure>`,
			nil},
		{"film",
			`<figure class="video"><video poster="/p.jpg"></video><figcaption>The ferry’s first day, filmed from the quay. Video: Jo Marr</figcaption></figure>`,
			[]string{"The ferry’s first day, filmed from the quay. | Jo Marr"}},
		{"film that has not started: only the markup says so",
			`<div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="duration" content="PT2M"><button>▶</button><p>The ferry’s first day, filmed from the quay</p></div>`,
			[]string{"The ferry’s first day, filmed from the quay | "}},
		{"gallery that loads its pictures later, and the enlarged copies",
			`<div class="gallery"><figure class="slide"><img data-src="/a.jpg"><figcaption>The slip at dawn. © Jo Marr</figcaption></figure>
			<figure class="slide"><img data-src="/b.jpg"><figcaption>The slip at noon. © Mina Orr</figcaption></figure></div>
			<div class="lightbox"><figure><img data-src="/a-large.jpg"><figcaption>The slip at dawn. © Jo Marr</figcaption></figure></div>`,
			[]string{"The slip at dawn. | Jo Marr", "The slip at noon. | Mina Orr"}},
		{"words that a button brings up, the same as the alternative text",
			`<div><div><picture><img alt="Divers leave the slip at dawn and the crew waits." src="/a.jpg"></picture><button><svg></svg></button></div>
			<div style="display:none"><span>Divers leave the slip at dawn and the crew waits.</span><small>dpa</small></div></div>`,
			[]string{"Divers leave the slip at dawn and the crew waits. | dpa"}},
		{"a standfirst in the same box as the words, which are the alternative text",
			`<div><div><img alt="Divers leave the slip at dawn and the crew waits." src="/a.jpg"></div><div class="intro"><div><p><span>Divers leave the slip at dawn and the crew waits.</span> <span>Photo: Jo Marr</span></p></div>
			<p>The old boat is back on the bay after eleven months in the yard, with a new engine, a new rail, and a debt that the council of the island has yet to pay.</p></div></div>`,
			[]string{"Divers leave the slip at dawn and the crew waits. | Jo Marr"}},
		{"a label for screen readers",
			`<figure><img src="/a.jpg"><figcaption><span class="visually-hidden">Image caption, </span>Divers leave the slip at dawn</figcaption></figure>`,
			[]string{"Divers leave the slip at dawn | "}},
		{"a link to buy the picture",
			`<figure><img src="/a.jpg"><figcaption>Divers leave the slip at dawn. REUTERS/Jo Marr <a href="https://pictures.example/buy">Purchase Licensing Rights<span class="sr-only">, opens new tab</span></a></figcaption></figure>`,
			[]string{"Divers leave the slip at dawn. | REUTERS/Jo Marr"}},
		{"two credits parted by a bar",
			`<figure><video poster="/p.jpg"></video><figcaption><span>The slip at dawn.</span><span class="credit">Jo Marr (REUTERS)</span><span class="credit">Vídeo: TV9</span></figcaption></figure>`,
			[]string{"The slip at dawn. | Jo Marr (REUTERS)/Vídeo: TV9"}},

		{"no caption: a credit alone", `<figure><img src="/a.jpg"><figcaption>jomarr - stock.adobe.com</figcaption></figure>`, nil},
		{"no caption: a subhead over a picture", `<div><h2>Best lantern for the deck</h2><img src="/a.jpg"><p>Photograph: Jo Marr</p></div>`, nil},
		{"no caption: a counter", `<div class="slides"><img src="/a.jpg"><p>Photograph: Jo Marr</p><p>3 of 57</p></div>`, nil},
		{"no caption: the byline's portrait", `<div class="author-box"><img src="/jo.jpg" alt=""><p>By Jo Marr, harbour correspondent</p></div>`, nil},
		{"no caption: a teaser", `<div class="teaser"><a href="/other"><img src="/a.jpg"><p>Nine things to do on the island this summer</p></a></div>`, nil},
		{"no caption: a name for the box", `<figure><img src="/a.jpg"><figcaption>Image caption</figcaption></figure>`, nil},
		{"no caption: a paragraph that opens with a picture",
			`<div><img src="/a.jpg"><p>The council then turned to the harbour wall, which lost nine metres in the storm of March and has been fenced off since.</p></div>`, nil},
	} {
		p := fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry to the island sails again</title></head><body><main><article>
<h1>Ferry to the island sails again</h1><p>The old ferry across the bay went back into service on Monday after eleven months in the yard, and forty people stood waiting on the quay.</p>
<p>The engine had been rebuilt twice, the harbour master said, and the crew had painted the rail in the green that the islanders voted for.</p>
%s
<p>Tickets cost what they did before the winter, and children under six still travel free if they can name the ship’s three captains.</p>
<p>The next crossing leaves at noon, wind allowing, and the last of the day comes back under the lamps at a quarter past nine.</p>
</article></main></body></html>`, c.markup)
		a, err := Page(context.Background(), ingest.Page{Name: "page.html", Bytes: []byte(p)}, Config{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range a.Captions {
			got = append(got, x.Text+" | "+x.Credit)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: captions %q, want %q", c.name, got, c.want)
		}
	}
}
