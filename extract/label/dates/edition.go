package dates

// editionShown gives the date that a page shows as its article's own, with no word
// of an update, where that is the day on which data says it was last modified:
// what is brought up to date again and again (a guide, a live report) goes out under
// the day of its edition, and the day of the first is known to data alone. All
// dates near the headline must be of that day, and it must not be what the moment
// of publication is called in another zone.
func editionShown(pub, mod dateClaim, shown []Shown) (best dateClaim) {
	if pub.source == "dom" || pub.year == 0 || mod.days() <= pub.days() {
		return best
	}
	for _, d := range shown {
		if d.year == 0 || d.Updated || d.days() != mod.days() {
			return dateClaim{}
		}
		if best.year == 0 || d.timed && !best.timed {
			best = dateClaim{d.moment, "dom", "the one day shown near the headline, that of the last edition"}
		}
	}
	if best.year != 0 && !best.timed && pub.timed && inReach(pub.moment, best.moment) {
		return dateClaim{}
	}
	return best
}
