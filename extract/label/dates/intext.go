package dates

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

// Shown is a date that stands in a text.
type Shown struct {
	moment         // year 0 where the text gives none
	Start, End int // bytes of the text, with the weekday and the time
	Updated    bool
}

// In finds the dates in a short text, in any language of the vocabulary:
// with a month's name, in numbers, in Chinese, Japanese or Korean form.
func In(in *label.Input, s string) []Shown {
	if !hasDigits(s) {
		return nil
	}
	var room [16]vocab.Hit
	hits := in.Words.Find(room[:0], s, vocab.Date)
	var out []Shown
	nums := numbers(s)
	used := 0 // bytes of s that a date already has
	for k := range nums {
		if nums[k].start < used {
			continue
		}
		d, ok := numericDate(in, s, nums[k:])
		if !ok {
			d, ok = namedDate(s, nums, k, hits)
		}
		if !ok || d.Start < used {
			continue
		}
		d.withTime(s)
		d.withWeekday(s, hits)
		if d.year == 0 && d.month == 0 {
			d.orderByWeekday(nums[k:], hits)
		}
		d.Updated = saysUpdated(hits, d.Start)
		used = d.End
		out = append(out, d)
	}
	return out
}

// saysUpdated says whether the nearest word before a date that tells what the
// date is says that the article was updated.
func saysUpdated(hits []vocab.Hit, before int) bool {
	updated, at := false, -1
	for _, h := range hits {
		if (h.Kind == vocab.Updated || h.Kind == vocab.Published) && h.End <= before && h.Start >= at {
			updated, at = h.Kind == vocab.Updated || updated && h.Start == at, h.Start
		}
	}
	return updated
}

// namedDate reads a date around a month's name that stands beside number k:
// "5. August 2021", "August 5th, 2021", "5 de agosto de 2021", "Aug 5".
func namedDate(s string, nums []run, k int, hits []vocab.Hit) (d Shown, ok bool) {
	x := nums[k]
	if x.n < 1 || x.n > 31 || x.width > 2 || x.start > 0 && s[x.start-1] == ':' {
		return d, false
	}
	for _, h := range hits {
		if h.Kind != vocab.Month {
			continue
		}
		month, err := strconv.Atoi(h.Value)
		if err != nil {
			continue
		}
		switch {
		case h.Start >= x.end && nearby(s[x.end:h.Start]): // day, month
			d.Start, d.End = x.start, h.End
			if k+1 < len(nums) && isYear(nums[k+1]) && nums[k+1].start >= h.End && nearby(s[h.End:nums[k+1].start]) {
				d.year, d.End = nums[k+1].n, nums[k+1].end
			}
		case h.End <= x.start && nearby(s[h.End:x.start]) && !isTime(s, x): // month, day
			d.Start, d.End = h.Start, x.end
			if k+1 < len(nums) && isYear(nums[k+1]) && nearby(s[x.end:nums[k+1].start]) {
				d.year, d.End = nums[k+1].n, nums[k+1].end
			}
			if k > 0 && isYear(nums[k-1]) && nums[k-1].end <= h.Start && nearby(s[nums[k-1].end:h.Start]) { // 2023. december 21.
				d.year, d.Start = nums[k-1].n, nums[k-1].start
			}
		default:
			continue
		}
		d.month, d.day = month, x.n
		return d, d.year == 0 || d.valid()
	}
	return d, false
}

func isTime(s string, r run) bool { return r.end < len(s) && s[r.end] == ':' }

// nearby says whether what stands between two parts of a date is no more than
// signs and the small words and endings that dates have: "de", "th", "of", ".º".
func nearby(gap string) bool {
	if len(gap) > 2 && (gap[:2] == "th" || gap[:2] == "st" || gap[:2] == "nd" || gap[:2] == "rd") {
		gap = gap[2:]
	}
	letters := 0
	for _, r := range gap {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r), r == '|', r == '•', r == '·', r == ':', r == ';', r == '\n':
			return false
		}
	}
	return letters <= 3 && utf8.RuneCountInString(gap) <= 8
}

// withWeekday takes in the weekday that stands before the date.
func (d *Shown) withWeekday(s string, hits []vocab.Hit) {
	for _, h := range hits {
		if h.Kind == vocab.Weekday && h.Start >= d.End && strings.Trim(s[d.End:h.Start], " ,") == "" {
			d.End = h.End
			return
		}
		if h.Kind == vocab.Weekday && h.End <= d.Start && len(strings.TrimSpace(strings.Trim(s[h.End:d.Start], " ,.·"))) <= 3 && d.Start-h.End <= 8 {
			d.Start = h.Start
			return
		}
	}
}
