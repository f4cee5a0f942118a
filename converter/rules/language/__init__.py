"""The expression language of packs, and the measures written in it.

`grammar` says what an expression may consist of, `expression` parses one, `evaluation` computes it with the
error its printed digits allow, over a lookup of `lookups`; `terms` are the records these share. `compiler`
refuses names that the pack does not know, `formulas` puts the measures in order of need and computes them,
each in the unit that its formula comes out in (`units`).
"""
