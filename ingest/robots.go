package ingest

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

// robots is what one site's robots.txt asks of one agent (RFC 9309).
type robots struct {
	rules []robotsRule
	delay time.Duration // Crawl-delay, which is not in the RFC but is widely asked for
	none  bool          // nothing may be fetched
}

type robotsRule struct {
	allow bool
	path  string // normalized; * stands for anything, $ at the end for the end
}

// parseRobots reads the groups that name agent, or where none does, those for
// everybody. Lines that are not understood are passed over, as the RFC asks.
func parseRobots(text []byte, agent string) *robots {
	var own, all robots
	var named, ownSeen bool // named: the group at hand has had its first rule
	var inOwn, inAll bool
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	for line := range strings.FieldsFuncSeq(string(text), func(r rune) bool { return r == '\n' || r == '\r' }) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		switch key {
		case "user-agent":
			if named {
				named, inOwn, inAll = false, false, false
			}
			switch {
			case value == "*":
				inAll = true
			case strings.EqualFold(productToken(value), agent):
				inOwn, ownSeen = true, true
			}
		case "allow", "disallow", "crawl-delay":
			named = true
			if inOwn {
				own.add(key, value)
			}
			if inAll {
				all.add(key, value)
			}
		}
	}
	if ownSeen {
		return &own
	}
	return &all
}

// productToken cuts what stands behind the name: a version, a comment.
func productToken(s string) string {
	for i, c := range s {
		if !(c == '-' || c == '_' || c < 0x80 && isLetter(byte(c))) {
			return s[:i]
		}
	}
	return s
}

func (r *robots) add(key, value string) {
	if key == "crawl-delay" {
		if s, err := strconv.ParseFloat(value, 64); err == nil && s > 0 && s < 1e6 {
			r.delay = time.Duration(s * float64(time.Second))
		}
		return
	}
	if value != "" { // an empty Disallow forbids nothing
		r.rules = append(r.rules, robotsRule{key == "allow", normalizeEscapes(value)})
	}
}

// allows says whether a path, with its query, may be fetched: the longest rule
// that matches decides, and of two of one length the one that allows.
func (r *robots) allows(path string) bool {
	if r.none {
		return false
	}
	path = normalizeEscapes(path)
	if path == "/robots.txt" {
		return true
	}
	best, allow := -1, true
	for _, rule := range r.rules {
		if n := len(rule.path); (n > best || n == best && rule.allow) && robotsMatch(rule.path, path) {
			best, allow = n, rule.allow
		}
	}
	return allow
}

// robotsMatch matches a pattern against the start of a path. Stars are matched
// greedily from the left, which is enough where a pattern is but a prefix, and
// takes no more than len(pattern)*len(path) steps.
func robotsMatch(pattern, path string) bool {
	pattern, toEnd := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	for i, part := range parts[1:] {
		if toEnd && i == len(parts)-2 {
			return strings.HasSuffix(path, part)
		}
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return !toEnd || path == ""
}

// normalizeEscapes writes a path so that two spellings of it are equal:
// escapes of unreserved characters are resolved, others in upper case, and
// what is not ASCII is escaped.
func normalizeEscapes(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' && i+2 < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				if u := byte(n); isAlnum(u) || strings.IndexByte("-._~", u) >= 0 {
					b.WriteByte(u)
				} else {
					b.WriteString(strings.ToUpper(s[i : i+3]))
				}
				i += 2
				continue
			}
		}
		if c >= 0x80 {
			b.WriteByte('%')
			b.WriteString(strings.ToUpper(strconv.FormatUint(uint64(c), 16)))
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
