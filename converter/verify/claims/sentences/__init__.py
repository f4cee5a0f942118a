"""Sentences of a report: what each number in them says, by the words before it.

`sentence_reader` reads a paragraph from left to right into claims. `clauses` tells what a part of a sentence
is about (the words for an item by `phrases`), `amounts`, `additions`, `changes` and `ratios` make the claims,
`headings` and `parts` say what holds for those below.

What one number leaves for the next is said by what ends it: `text_state` a heading, `paragraph_state` the
paragraph, `sentence_state` the sentence, `listings` the end of a list of parts.
"""
