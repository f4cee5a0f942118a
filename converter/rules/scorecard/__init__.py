"""Points for every indicator, the total and the grade.

`points` gives them for one indicator, `list_points` for the rows of a list, by a value (`bands`), against a
target (`targets`) or within a level a person judged; `application` is how a rule was applied, in words;
`scoring` takes a person's points or those a rule gives, `result` is the scorecard filled in; `obstacles` are
what keeps indicators from being scored.
"""
