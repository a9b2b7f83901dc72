package normalize

import "testing"

func TestIsSource(t *testing.T) {
	cases := []struct {
		name, text string
		want       bool
	}{
		{"a program", "package main\n\nfunc main() {\n\ta := 1;\n\tfor a < 3 {\n\t\ta += 1;\n\t}\n}\n", true},
		{"a script", "import os\nimport sys\n\ndef size(path):\n    total = 0\n    names = os.listdir(path)\n    for name in names:\n        total += len(name)\n    return total\n\nprint(size(sys.argv[1]))\n", true},
		{"a style sheet", "p{color:red}h1{margin:0;padding:0}a{color:blue}", true},
		{"prose with an example", "Set the name first.\n\nThen call it:\n\nsize = measure(path);\n\nThe result (in bytes) is printed.\n\nIt grows with each file; that is fine.\n\nAsk again later.\n\nDone.\n\nAnd so on.\n", false},
		{"entities left in text", "Le pr&eacute;sident &agrave; Orl&eacute;ans &laquo;&nbsp;d&eacute;j&agrave;&nbsp;&raquo; &rsquo;&hellip;", false},
		{"paragraphs that end in a reference", "&ldquo;One&rdquo;\n&ldquo;Two&rdquo;\n&ldquo;Three&rdquo;\n&ldquo;Four&rdquo;\n&ldquo;Five&rdquo;\n&ldquo;Six&rdquo;\n&ldquo;Seven&rdquo;\n&ldquo;Eight&rdquo;\n", false},
		{"letters", "To whom it may concern;\nthe bridge is closed (again).\n", false},
	}
	for _, c := range cases {
		if got := isSource(c.text); got != c.want {
			t.Errorf("%s: isSource is %v, want %v", c.name, got, c.want)
		}
	}
}
