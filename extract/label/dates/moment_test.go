package dates

import (
	"testing"

	"copydesk/extract/label"
	"copydesk/extract/vocab"
)

func TestParseMoment(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-12":                    "2024-03-12",
		"2024-03":                       "2024-03",
		"20240312":                      "2024-03-12",
		"2024/03/12":                    "2024-03-12",
		"2024-03-12T18:02:05+02:00":     "2024-03-12T18:02:05+02:00",
		"2024-03-12T18:02:05.123Z":      "2024-03-12T18:02:05Z",
		"2024-03-12T18:02Z":             "2024-03-12T18:02:00Z",
		"2024-03-12T18:02:05-0500":      "2024-03-12T18:02:05-05:00",
		"2024-03-12 18:02:05 +01:00":    "2024-03-12T18:02:05+01:00",
		"2024-03-12 18:02:05":           "2024-03-12T18:02",
		"20240312T1802":                 "2024-03-12T18:02",
		"Tue, 12 Mar 2024 18:02:05 GMT": "2024-03-12T18:02:05Z",
		"Tue Mar 12 18:02:05 CEST 2024": "2024-03-12T18:02:05+02:00",
		"March 12, 2024":                "2024-03-12",
		"12/31/2024 4:30:26 PM":         "2024-12-31T16:30",
		"31/12/2024 09:21:40":           "2024-12-31T09:21",
		"1710266525":                    "2024-03-12T18:02:05Z",
		"1710266525123":                 "2024-03-12T18:02:05Z",
		"12/03/2024":                    "", // March or December
		"20240312T180205Z":              "2024-03-12T18:02:05Z",
		"20240312180205":                "2024-03-12T18:02",
		"99120312180205":                "",
		"/Date(1710266525000)/":         "2024-03-12T18:02:05Z",
		"Tue Mar 12 2024 18:02:05 GMT+0100 (Central European Standard Time)": "2024-03-12T18:02:05+01:00",
		"1970-01-01T00:00:00Z": "",
		"0001-01-01":           "",
		"2024-02-30":           "",
		"2024-13-01":           "",
		"2022-02-112023-06-08": "",
		"4711":                 "",
		"yesterday":            "",
		"":                     "",
		"00:00-YY-DD-MM":       "",
		"12:99 12 Mar 2024":    "",
	} {
		m, ok := parseMoment(in)
		got := ""
		if ok {
			got = m.String()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func FuzzParseMoment(f *testing.F) {
	for _, s := range []string{"2024-03-12T18:02:05+02:00", "Tue Mar 12 18:02:05 CEST 2024", "12/31/2024 4:30:26 PM", "1710266525", "::/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, ok := parseMoment(s)
		if !ok {
			return
		}
		again, ok := parseMoment(m.String())
		if !ok || again.String() != m.String() {
			t.Fatalf("%q reads as %s, which reads as %s", s, m, again)
		}
	})
}

func TestFindDates(t *testing.T) {
	for _, c := range []struct{ tag, in, date, words string }{
		{"en", "Published on Tuesday, March 12, 2024 at 6:02 pm", "2024-03-12T18:02", "Tuesday, March 12, 2024 at 6:02 pm"},
		{"en", "12:20pm Jan 7, 2024", "2024-01-07T12:20", "12:20pm Jan 7, 2024"},
		{"en", "Thursday, August 5", "", "Thursday, August 5"},
		{"en-GB", "05/08/2024", "2024-08-05", "05/08/2024"},
		{"en-US", "05/08/2024", "2024-05-08", "05/08/2024"},
		{"en", "05/08/2024", "", "05/08/2024"}, // which is the month?
		{"fil", "05/08/2024", "2024-05-08", "05/08/2024"},
		{"es-PR", "05/08/2024", "2024-05-08", "05/08/2024"},
		{"es-MX", "05/08/2024", "2024-08-05", "05/08/2024"},
		{"es-US", "05/08/2024", "", "05/08/2024"}, // some write it so and some so
		{"en", "Wed, 05/08/2024 - 18:02", "2024-05-08T18:02", "Wed, 05/08/2024 - 18:02"},
		{"en", "Mon, 05/08/2024 - 18:02", "2024-08-05T18:02", "Mon, 05/08/2024 - 18:02"},
		{"en", "Tue, 03/12/2024", "", "Tue, 03/12/2024"}, // both are Tuesdays
		{"en", "Sun, 05/08/2024", "", "Sun, 05/08/2024"}, // neither is a Sunday
		{"en", "50/80/2024", "", ""},
		{"en", "Wed 23 Jan 2019 17.40 GMT", "2019-01-23T17:40:00Z", "Wed 23 Jan 2019 17.40 GMT"},
		{"de", "Stand: 5. August 2021, 18:02 Uhr", "2021-08-05T18:02", "5. August 2021, 18:02 Uhr"},
		{"de", "05.08.2021, 19:02 UhrRodenau", "2021-08-05T19:02", "05.08.2021, 19:02 Uhr"},
		{"de", "05.08.2021 - 19.02 Uhr", "2021-08-05T19:02", "05.08.2021 - 19.02 Uhr"},
		{"de", "28.04.24", "2024-04-28", "28.04.24"},
		{"es", "jueves, 5 de agosto de 2021", "2021-08-05", "jueves, 5 de agosto de 2021"},
		{"fr", "Publié le 5 août 2021 à 18h02", "2021-08-05T18:02", "5 août 2021 à 18h02"},
		{"it", "5 agosto 2021", "2021-08-05", "5 agosto 2021"},
		{"ru", "5 августа 2021, 14:25 (МСК)", "2021-08-05T14:25:00+03:00", "5 августа 2021, 14:25 (МСК)"},
		{"en", "Monday 5th of August 2024", "2024-08-05", "Monday 5th of August 2024"},
		{"en-US", "08.05.2024", "2024-08-05", "08.05.2024"},
		{"en-GB", "08.05.2024", "2024-05-08", "08.05.2024"},
		{"en", "08.05.2024", "", "08.05.2024"},
		{"en", "08.25.2024", "2024-08-25", "08.25.2024"},
		{"en-US", "8/5/24", "2024-08-05", "8/5/24"},
		{"en", "8/25/24 6:02 PM", "2024-08-25T18:02", "8/25/24 6:02 PM"},
		{"en", "8/5/24", "", ""},
		{"en-US", "on pages 3/4/52 of it", "", ""},
		{"fr", "05/08/24", "2024-08-05", "05/08/24"},
		{"fr", "une note de 4/5/20", "", ""},
		{"fr", "5 août 2021 à 18 h 02", "2021-08-05T18:02", "5 août 2021 à 18 h 02"},
		{"sv", "Publicerad 5 augusti 2021 kl. 18.02", "2021-08-05T18:02", "5 augusti 2021 kl. 18.02"},
		{"fi", "5.8.2021 klo 18.02", "2021-08-05T18:02", "5.8.2021 klo 18.02"},
		{"sv", "5 augusti 2021, version 18.02", "2021-08-05", "5 augusti 2021"},
		{"ko", "2021년 8월 5일 오후 6:02", "2021-08-05T18:02", "2021년 8월 5일 오후 6:02"},
		{"ja", "2021年8月5日 午後6時2分", "2021-08-05T18:02", "2021年8月5日 午後6時2分"},
		{"zh", "2021年8月5日 上午6:02", "2021-08-05T06:02", "2021年8月5日 上午6:02"},
		{"ja", "２０２１年８月５日", "2021-08-05", "２０２１年８月５日"},
		{"ar", "٥ أغسطس ٢٠٢١", "2021-08-05", "٥ أغسطس ٢٠٢١"},
		{"en", "Post time: Aug-12-2022", "2022-08-12", "Aug-12-2022"},
		{"ja", "2021年8月5日 19時03分", "2021-08-05T19:03", "2021年8月5日 19時03分"},
		{"zh", "2021年08月05日08:26", "2021-08-05T08:26", "2021年08月05日08:26"},
		{"ko", "입력 2023.03.15 09:30", "2023-03-15T09:30", "2023.03.15 09:30"},
		{"en", "in 2019 some 40 boats", "", ""},
		{"en", "version 2.10.3 of the app", "", ""},
		{"en", "May the boats return", "", ""},
		{"en", "flat 12, 40 High Street", "", ""},
	} {
		in := &label.Input{Declared: &label.Declared{}, Words: vocab.Builtin().For(c.tag), Tag: c.tag}
		date, words := "", ""
		if found := In(in, c.in); len(found) > 0 {
			date, words = found[0].String(), c.in[found[0].Start:found[0].End]
		}
		if date != c.date || words != c.words {
			t.Errorf("%s %q: got %q as %q, want %q as %q", c.tag, c.in, date, words, c.date, c.words)
		}
	}
}

func FuzzFindDates(f *testing.F) {
	f.Add("Published 12:20pm Jan 7, 2024 | Updated 2021年8月5日")
	in := &label.Input{Declared: &label.Declared{}, Words: vocab.Builtin().All(), Tag: "de"}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 300 {
			return
		}
		for _, d := range In(in, s) {
			if d.Start < 0 || d.End > len(s) || d.Start >= d.End {
				t.Fatalf("%q: date at %d to %d", s, d.Start, d.End)
			}
		}
	})
}
