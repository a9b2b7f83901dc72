package gbdt

// TrainBags trains several models that differ by their seed alone and joins
// them by their mean: what one choice of rows and features happens to get wrong,
// the others do not. Params.Trees is of each.
func (d *Data) TrainBags(y, w []float32, p Params, bags int) (*Model, error) {
	models := make([]*Model, bags)
	for k := range models {
		q := p
		q.Seed = p.Seed + uint64(k)*bagStep
		var err error
		if models[k], err = d.Train(y, w, q); err != nil {
			return nil, err
		}
	}
	return Mean(models), nil
}

// bagStep parts the seeds of the bags from those that a caller would count up.
const bagStep = 1009

// Mean gives the model whose log odds are the mean of the models'.
func Mean(models []*Model) *Model {
	if len(models) == 1 {
		return models[0]
	}
	out := &Model{names: models[0].names, gain: make([]float64, len(models[0].names))}
	share := 1 / float64(len(models))
	var bias float64
	for _, m := range models {
		bias += share * float64(m.bias)
		from := int32(len(out.nodes))
		out.nodes = append(out.nodes, m.nodes...)
		for _, v := range m.leaf {
			out.leaf = append(out.leaf, roundLeaf(share*float64(v)))
		}
		for _, t := range m.trees {
			out.trees = append(out.trees, tree{root: t.root + from, depth: t.depth})
		}
		for j, g := range m.gain {
			out.gain[j] += g
		}
	}
	out.bias = roundLeaf(bias)
	return out
}
