package article

import _ "embed"

//go:embed schema.json
var schemaJSON []byte

// JSONSchema gives the JSON Schema (2020-12) of the record. Every record that
// is written validates against it.
func JSONSchema() []byte { return schemaJSON }
