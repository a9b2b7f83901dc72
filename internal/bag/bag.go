// Package bag compares texts as the scorers do, by the words they hold.
package bag

// F1 is the F1 of two bags of words; 0 where either is empty.
func F1(a, b []string) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	hit := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			hit++
		}
	}
	return 2 * float64(hit) / float64(len(a)+len(b))
}
