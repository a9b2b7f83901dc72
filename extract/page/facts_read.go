package page

// readFacts collects what the page declares about itself from its nodes.
func (d *Document) readFacts() {}
