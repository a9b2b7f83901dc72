package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"os"
	"strconv"
	"strings"
)

func isAddress(word string) bool {
	scheme, _, ok := strings.Cut(word, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

func listAddress(_ context.Context, l *lister, word string) error {
	u, err := url.Parse(word)
	if err != nil || u.Hostname() == "" {
		return fmt.Errorf("%q is not an address that can be fetched: want https://host/path", word)
	}
	u.Fragment = ""
	l.add(Item{Name: addressName(u), From: u.Redacted(), src: web{u}})
	return nil
}

// isForeign says whether a word is an address of another sort, and no file's name.
func isForeign(word string) bool {
	scheme, _, ok := strings.Cut(word, "://")
	if !ok || nameAt([]byte(scheme)) != strings.ToLower(scheme) {
		return false
	}
	_, err := os.Lstat(word)
	return err != nil
}

func listForeign(_ context.Context, _ *lister, word string) error {
	return fmt.Errorf("%s: only http and https addresses are fetched, and a file is named by its path", Shown(word))
}

// web is a page on the web.
type web struct{ url *url.URL }

func (w web) open(ctx context.Context, r *Reader, _ Item) (io.ReadCloser, Page, error) {
	if r.Web == nil {
		return nil, Page{}, &Error{StageFetch, errNoWeb}
	}
	body, p, err := r.Web.get(ctx, w.url)
	if err != nil {
		return nil, Page{}, stageError(StageFetch, err)
	}
	return body, p, nil
}

// maxSegment bounds one name of a path; file systems allow 255 bytes, and a
// suffix is yet to come.
const maxSegment = 180

// addressName gives the name of the page at an address: host and path, with
// the query as part of the last name. What a file system might take for
// something else is escaped as in an address, and too long a name is cut and
// marked with a hash, so that two addresses keep two names.
func addressName(u *url.URL) string {
	host := strings.ToLower(u.Hostname())
	if port := u.Port(); port != "" {
		host += "_" + port
	}
	segments := []string{host}
	for s := range strings.SplitSeq(u.EscapedPath(), "/") {
		if s != "" {
			segments = append(segments, s)
		}
	}
	if len(segments) == 1 || strings.HasSuffix(u.Path, "/") {
		segments = append(segments, "index")
	}
	if u.RawQuery != "" {
		segments[len(segments)-1] += "?" + u.RawQuery
	}
	for i, s := range segments {
		segments[i] = safeName(s)
	}
	return strings.Join(segments, "/")
}

func safeName(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case isAlnum(c), strings.IndexByte("-_~+=,&@!()%", c) >= 0, c == '.' && i > 0 && i < len(s)-1:
			b.WriteByte(c)
		default:
			b.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(c)|0x100, 16)[1:]))
		}
	}
	name := b.String()
	if len(name) <= maxSegment {
		return name
	}
	sum := sha256.Sum256([]byte(name))
	return name[:maxSegment-17] + "~" + hex.EncodeToString(sum[:8])
}
