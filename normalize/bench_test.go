package normalize

import (
	"strings"
	"testing"
)

// intact and damaged are running text as the press writes it, in our own words.
const intact = `The council met on Tuesday to decide how the harbour should be rebuilt after the storm. “We have waited
long enough,” said Ana Lucía Ferreira, who runs a small yard near the old quay. Nobody asked her — or anyone else on
the waterfront — what the works would cost, she added, and the mayor’s office gave no answer by 18:30.

A first estimate of 4.2 million had been mentioned in March; the figure was withdrawn within days. Engineers from
Göteborg and Łódź are to report in autumn. “If they come at all,” as one of the fishermen put it. He laughed, then he
pointed at the crane: out of use since 2019, painted twice, paid for three times.

`

const damagedText = `The council met on Tuesday to decide how the harbour should be rebuilt after the storm. â€œWe have
waited long enough,â€\u009d said Ana LucÃ­a Ferreira, who runs a small yard near the old quay.Nobody asked her &mdash; or
anyone else on the waterfront &mdash; what the works would cost , she added, and the mayorâ€™s office gave no answer.

A first estimate of 4.2 million had been mentioned in March; the figure was with­drawn within days. Engineers from
GÃ¶teborg and &#321;&oacute;d&#378; are to report in autumn. â€œIf they come at all, â€ as one of the fisher-
men put it. He laughed, then he pointed at the crane: out of use since 2019, painted twice, paid for three times .

`

func benchmark(b *testing.B, paragraph string) {
	text := strings.Repeat(paragraph, 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Text(text, Options{})
	}
}

func BenchmarkIntact(b *testing.B)  { benchmark(b, intact) }
func BenchmarkDamaged(b *testing.B) { benchmark(b, damagedText) }
