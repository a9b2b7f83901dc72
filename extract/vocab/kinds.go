package vocab

import "slices"

// Kind says what a phrase says.
type Kind string

// The kinds of trust label, as the record names them.
const (
	Opinion       Kind = "opinion"
	Analysis      Kind = "analysis"
	Review        Kind = "review"
	Interview     Kind = "interview"
	FactCheck     Kind = "fact-check"
	Investigation Kind = "investigation"
	Live          Kind = "live"
	Satire        Kind = "satire"
	Obituary      Kind = "obituary"
	Sponsored     Kind = "sponsored"
	Affiliate     Kind = "affiliate"
	PressRelease  Kind = "press-release"
	Agency        Kind = "agency"
	Translated    Kind = "translated"
	AI            Kind = "ai"
	Correction    Kind = "correction"
	Updated       Kind = "updated" // the value order marks what may open an order to the reader, too
	Dated         Kind = "dated"
	Paywall       Kind = "paywall"
	TrustProject  Kind = "trust-project"
	JTI           Kind = "jti"
	PressCouncil  Kind = "press-council"
	Policy        Kind = "policy" // the value is the schema.org property
	Provenance    Kind = "provenance"
)

// The kinds of word that are no label.
const (
	Credit     Kind = "credit"     // opens or closes a picture credit: Foto, Photograph by
	PhotoHouse Kind = "photohouse" // a picture agency or library: names a credit, never the text's source
	By         Kind = "by"         // opens a byline: By, Von, Par
	Helper     Kind = "helper"     // names who helped, not who wrote: Edited by, Fotos:
	And        Kind = "and"        // joins names: and, und, et
	JobTitle   Kind = "jobtitle"   // what stands beside an author's name: correspondent, Redakteur
	Desk       Kind = "desk"       // an author that is no person: newsroom, Redaktion
	Rank       Kind = "rank"       // opens a role that names its field in between: Senior
	Beat       Kind = "beat"       // names a field between a name and a role: Parliamentary
	HouseWord  Kind = "houseword"  // ends the name of a house and no family's: Times, GmbH
	Nobody     Kind = "nobody"     // stands where no author is named: admin, Unknown
	Published  Kind = "published"  // opens a date: Published, Veröffentlicht
	Month      Kind = "month"      // the value is its number; short forms too
	Weekday    Kind = "weekday"    // the value is its number, Monday 1
	Comments   Kind = "comments"   // belongs to a comment form or its heading
	Share      Kind = "share"      // offers to share, print, save, follow
	Newsletter Kind = "newsletter" // offers a newsletter, an alert, an app
	Subscribe  Kind = "subscribe"  // offers a subscription, a login, a donation
	More       Kind = "more"       // heads or opens links to other articles: Read more
	Advert     Kind = "advert"     // marks an advertisement
	Legal      Kind = "legal"      // rights reserved, cookies, terms
	Missing    Kind = "missing"    // heads an error page: Page not found
	Robot      Kind = "robot"      // heads a robot check: Verify you are human
	Consent    Kind = "consent"    // heads a consent wall: We value your privacy
	Login      Kind = "login"      // heads a login wall: Sign in to continue
	Voice      Kind = "voice"      // says that something is read aloud
	Tool       Kind = "tool"       // listen, text size, loading, back to top
	Self       Kind = "self"       // points at what the reader has open: this article, the summary above
)

// kinds is every kind that a file may use.
var kinds = []Kind{
	Opinion, Analysis, Review, Interview, FactCheck, Investigation, Live, Satire, Obituary, Sponsored, Affiliate,
	PressRelease, Agency, Translated, AI, Correction, Updated, Dated, Paywall, TrustProject, JTI, PressCouncil,
	Policy, Provenance,
	Credit, PhotoHouse, By, Helper, And, JobTitle, Desk, Nobody, Published, Month, Weekday, Comments, Share, Newsletter,
	Subscribe, More, Advert, Legal, Missing, Robot, Consent, Login, Voice, Tool, Self, Rank, Beat, HouseWord,
}

// Trust reports whether the kind is a trust label's.
func (k Kind) Trust() bool { return slices.Index(kinds, k) <= slices.Index(kinds, Provenance) }

// TrustKinds lists the kinds of trust label in the order of their definition.
func TrustKinds() []Kind { return slices.Clone(kinds[:slices.Index(kinds, Provenance)+1]) }
