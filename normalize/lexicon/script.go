package lexicon

import "unicode"

// scripts counts letters by script, and of Cyrillic and Arabic the letters
// that tell their languages apart.
type scripts struct {
	latin, cyrillic, greek, arabic, hebrew, han, kana, hangul, devanagari, other int

	russian, ukrainian, bulgarian, macedonian, serbian, belarusian int // letters of their own
	persian, urdu                                                  int
}

func (s *scripts) count(r rune) {
	switch {
	case r < 0x250 || r >= 0x1e00 && r < 0x1f00:
		s.latin++
	case r >= 0x370 && r < 0x400 || r >= 0x1f00 && r < 0x2000:
		s.greek++
	case r >= 0x400 && r < 0x530:
		s.cyrillic++
		switch r | 0x20 {
		case 'ы', 'э':
			s.russian++
		case 'ъ':
			s.bulgarian++
		}
		switch r {
		case 'і', 'І', 'ї', 'Ї', 'є', 'Є', 'ґ':
			s.ukrainian++
		case 'ў', 'Ў':
			s.belarusian++
		case 'ѓ', 'ќ', 'ѕ':
			s.macedonian++
		case 'ђ', 'ћ', 'љ', 'њ', 'ј', 'џ':
			s.serbian++
		}
	case r >= 0x590 && r < 0x600:
		s.hebrew++
	case r >= 0x600 && r < 0x780 || r >= 0xfb50 && r < 0xfe00 || r >= 0xfe70 && r < 0xff00:
		s.arabic++
		switch r {
		case 'پ', 'چ', 'ژ', 'گ', 'ی', 'ک':
			s.persian++
		case 'ٹ', 'ڈ', 'ڑ', 'ے', 'ں', 'ہ':
			s.urdu++
		}
	case r >= 0x900 && r < 0x980:
		s.devanagari++
	case r >= 0x3040 && r < 0x3100:
		s.kana++
	case r >= 0xac00 && r < 0xd7b0 || r >= 0x1100 && r < 0x1200:
		s.hangul++
	case unicode.Is(unicode.Han, r):
		s.han++
	default:
		s.other++
	}
}

// language gives the language of a text that is mostly in a script of its
// own, and that script's share of the letters; "" where the text is Latin.
func (s *scripts) language() (string, float64) {
	tag, n := "", 0
	for _, c := range []struct {
		tag string
		n   int
	}{{"el", s.greek}, {"he", s.hebrew}, {"hi", s.devanagari}, {"ko", s.hangul}, {"ja", s.kana + min(s.han, 3*s.kana)}, {"zh", s.han},
		{"ar", s.arabic}, {"ru", s.cyrillic}} {
		if c.n > n {
			tag, n = c.tag, c.n
		}
	}
	all := s.latin + s.cyrillic + s.greek + s.arabic + s.hebrew + s.han + s.kana + s.hangul + s.devanagari + s.other
	if s.other*2 > all {
		return "und", 0
	}
	dense := 1 // a Han or Hangul letter says as much as three others
	if tag == "ja" || tag == "zh" || tag == "ko" {
		dense = 3
	}
	if n*dense <= s.latin || n == 0 {
		return "", 0
	}
	switch {
	case tag == "ja" && s.kana*20 < s.han:
		tag = "zh"
	case tag == "ru":
		tag = s.cyrillicLanguage()
	case tag == "ar" && s.urdu*8 > n:
		tag = "ur"
	case tag == "ar" && s.persian*12 > n:
		tag = "fa"
	}
	return tag, float64(n) / float64(all)
}

func (s *scripts) cyrillicLanguage() string {
	switch {
	case s.belarusian > 0 && s.ukrainian > 0:
		return "be"
	case s.ukrainian > s.russian:
		return "uk"
	case s.russian > 0:
		return "ru"
	case s.macedonian > 0:
		return "mk"
	case s.serbian > 0:
		return "sr"
	case s.bulgarian > 0:
		return "bg"
	}
	return "ru"
}
