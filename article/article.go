// Package article defines the record copydesk writes for one page: its fields,
// their JSON names, and the forms it can be written in.
//
// Names are a promise to users: a field may be added, never renamed. An absent
// fact is an absent field. Text is UTF-8 in form NFC, with single spaces
// between words and without control characters.
package article

// Schema names the version of the record's shape.
const Schema = "copydesk/article/v1"

// Article is the record of one page.
type Article struct {
	Schema   string   `json:"schema"`
	ID       string   `json:"id"`
	Source   Source   `json:"source"`
	PageKind PageKind `json:"page_kind"`
	// Language is a BCP 47 tag.
	Language   string   `json:"language,omitempty"`
	Kicker     string   `json:"kicker,omitempty"`
	Headline   string   `json:"headline,omitempty"`
	Standfirst string   `json:"standfirst,omitempty"` // lines joined by \n
	Authors    []Author `json:"authors,omitempty"`
	Dateline   string   `json:"dateline,omitempty"`
	DateText   string   `json:"date_text,omitempty"` // the date as the page words it
	// Published and Modified are RFC 3339 date-times, or only YYYY-MM-DD, YYYY-MM or
	// YYYY-MM-DDThh:mm (no zone) where the page says no more: never completed by guessing.
	Published string   `json:"published,omitempty"`
	Modified  string   `json:"modified,omitempty"`
	Section   string   `json:"section,omitempty"`
	Tags      []string `json:"tags,omitempty"`
	Body      []Block  `json:"body,omitempty"`
	// Text is derived from Body by PlainText; it is never repaired or edited by itself.
	Text        string       `json:"text,omitempty"`
	Captions    []Caption    `json:"captions,omitempty"`
	TrustLabels []TrustLabel `json:"trust_labels,omitempty"`
	Publisher   *Publisher   `json:"publisher,omitempty"`
	Related     []Related    `json:"related,omitempty"`
	Parts       *Parts       `json:"parts,omitempty"`
	Fixes       []Fix        `json:"fixes,omitempty"`
	Suspects    []Fix        `json:"suspects,omitempty"`
	Quality     Quality      `json:"quality"`
}

// Source says where the page came from and how it was read.
type Source struct {
	Path         string `json:"path,omitempty"` // relative to what the user named
	URL          string `json:"url,omitempty"`
	CanonicalURL string `json:"canonical_url,omitempty"`
	FetchedAt    string `json:"fetched_at,omitempty"` // RFC 3339; only for a page that was fetched
	SHA256       string `json:"sha256"`               // of the page after decompression, in hex
	Bytes        int    `json:"bytes"`                // after decompression
	MediaType    string `json:"media_type"`
	Charset      string `json:"charset"`
	Site         string `json:"site,omitempty"`
}

// PageKind says what sort of page was read.
type PageKind string

// The kinds of page.
const (
	KindArticle PageKind = "article"
	KindIndex   PageKind = "index"
	KindGallery PageKind = "gallery"
	KindVideo   PageKind = "video"
	KindWall    PageKind = "wall"    // consent or login
	KindBlocked PageKind = "blocked" // robot check
	KindError   PageKind = "error"
	KindOther   PageKind = "other"
)

// Author is one author as the page names them.
type Author struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// BlockType names what a part of the body is.
type BlockType string

// The types of body block.
const (
	Paragraph BlockType = "paragraph"
	Heading   BlockType = "heading"
	List      BlockType = "list"
	Quote     BlockType = "quote"
	Table     BlockType = "table"
	Code      BlockType = "code"
	Figure    BlockType = "figure"
	Embed     BlockType = "embed"
)

// Block is one part of the body. Which fields are set depends on Type:
// paragraph and code: Text; heading: Level, Text; list: Ordered, Items;
// quote: Text, Attribution; table: Rows; figure: Caption (an index into
// Article.Captions); embed: Provider, URL, and Text for a post whose words the
// page holds, which are not in Article.Text.
type Block struct {
	Type        BlockType  `json:"type"`
	Level       int        `json:"level,omitempty"`
	Text        string     `json:"text,omitempty"`
	Ordered     *bool      `json:"ordered,omitempty"`
	Items       []string   `json:"items,omitempty"`
	Attribution string     `json:"attribution,omitempty"`
	Rows        [][]string `json:"rows,omitempty"`
	Caption     *int       `json:"caption,omitempty"`
	Provider    string     `json:"provider,omitempty"`
	URL         string     `json:"url,omitempty"`
}

// Caption is the text that stands with one picture or film.
type Caption struct {
	Text   string `json:"text,omitempty"`
	Credit string `json:"credit,omitempty"`
	Image  string `json:"image,omitempty"` // address of the picture
	Alt    string `json:"alt,omitempty"`
	Raw    string `json:"raw,omitempty"` // the words as they stood, where text and credit were parted
}

// TrustLabel is what the page itself says about how far, and as what, to trust the article.
type TrustLabel struct {
	Kind   string `json:"kind"`
	Label  string `json:"label,omitempty"` // the words shown; empty when declared only in data
	URL    string `json:"url,omitempty"`
	Source string `json:"source"`           // jsonld, microdata, meta, dom or text
	Policy string `json:"policy,omitempty"` // for kind policy: the schema.org property
}

// Publisher holds what the site declares for itself as a whole.
type Publisher struct {
	Name     string   `json:"name,omitempty"`
	URL      string   `json:"url,omitempty"`
	Policies []Policy `json:"policies,omitempty"`
	// TrustTxt is what the publisher's trust.txt says, where the user gave a copy of it.
	TrustTxt *TrustTxt `json:"trust_txt,omitempty"`
}

// TrustTxt is what an organisation says of itself in its trust.txt, under the
// specification's own names. Addresses are as written; nothing is verified.
type TrustTxt struct {
	File         string   `json:"file,omitempty"`     // the copy that was read, relative to what the user named
	BelongTo     []string `json:"belongto,omitempty"` // associations it says it is a member of
	Member       []string `json:"member,omitempty"`   // an association's members
	Control      []string `json:"control,omitempty"`
	ControlledBy []string `json:"controlledby,omitempty"`
	Social       []string `json:"social,omitempty"`
	Vendor       []string `json:"vendor,omitempty"`
	Customer     []string `json:"customer,omitempty"`
	Disclosure   []string `json:"disclosure,omitempty"`
	Contact      []string `json:"contact,omitempty"`
	// DataTrainingAllowed is nil where the file does not say.
	DataTrainingAllowed *bool `json:"datatrainingallowed,omitempty"`
}

// Policy is an editorial policy that the publisher declares.
type Policy struct {
	Policy string `json:"policy"` // the schema.org property
	URL    string `json:"url"`
}

// Related is a link that the page offers with the article.
type Related struct {
	Kicker string `json:"kicker,omitempty"`
	Title  string `json:"title"`
	URL    string `json:"url,omitempty"`
}

// Parts names the other parts of an article that is spread over several pages.
// Number, Whole, URLs and Sources are there only where the parts were joined.
type Parts struct {
	Next    string       `json:"next,omitempty"`
	Prev    string       `json:"prev,omitempty"`
	Number  int          `json:"number,omitempty"`  // which of the parts this page is, from 1
	Whole   string       `json:"whole,omitempty"`   // id of the first part's record, which holds the whole article; absent there
	URLs    []string     `json:"urls,omitempty"`    // of all parts, in order
	Sources []PartSource `json:"sources,omitempty"` // the pages of the whole article, in order
}

// PartSource is one page of an article that was joined of several.
type PartSource struct {
	Path     string `json:"path,omitempty"` // as in Source
	URL      string `json:"url,omitempty"`
	SHA256   string `json:"sha256"`
	Bytes    int    `json:"bytes"`
	Body     int    `json:"body"`     // index of the first block in Article.Body that came from this page
	Captions int    `json:"captions"` // likewise in Article.Captions
}

// Fix is one change that repair made to a field, or (as a suspect) one that it saw and did not make.
type Fix struct {
	Field      string  `json:"field"` // headline, body[2].text, body[3].items[0], captions[0].text, …
	Start      int     `json:"start"` // in Unicode code points of the field's final text
	Before     string  `json:"before"`
	After      string  `json:"after"`
	Rule       string  `json:"rule"`       // names joined by + where several rules changed one place
	Confidence float64 `json:"confidence"` // 0 to 1
	Evidence   string  `json:"evidence"`
}

// Quality says how the record was made and how far to rely on it.
type Quality struct {
	Method     string   `json:"method"`
	Confidence float64  `json:"confidence"` // 0 to 1
	Warnings   []string `json:"warnings,omitempty"`
}
