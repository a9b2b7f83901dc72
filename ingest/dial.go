package ingest

import (
	"errors"
	"fmt"
	"net/netip"
	"syscall"
)

// ErrPrivate is matched by the error for an address that is not on the public internet.
var ErrPrivate = errors.New("address is private")

// refusePrivate is a net.Dialer.Control. It sees the address that is about to
// be dialled, after the name was looked up, so that a name which points
// inward, or changes between two look-ups, is refused like a number.
func refusePrivate(_, address string, _ syscall.RawConn) error {
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("cannot tell where %q leads: %w", address, err)
	}
	if !public(ap.Addr()) {
		return fmt.Errorf("%w: %s (give --allow-private to fetch from it)", ErrPrivate, ap.Addr())
	}
	return nil
}

// reserved are the ranges that netip has no name for (IANA's special-purpose
// registries), among them those that wrap an IPv4 address in an IPv6 one.
var reserved = func() (out []netip.Prefix) {
	for _, s := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
		"198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16",
		"3fff::/20", "5f00::/16", "fec0::/10",
	} {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}()

// public says whether an address is one of the open internet.
func public(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range reserved {
		if p.Contains(a) {
			return false
		}
	}
	return true
}
