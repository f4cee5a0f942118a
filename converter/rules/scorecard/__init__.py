"""Points for every indicator, the total and the grade.

`result` is the scorecard filled in; `scoring` fills it in, by a person's points or those a rule gives;
`obstacles` are what keeps indicators from being scored. A rule's points: `points` of one indicator,
`list_points` of the rows of a list, by a value (`bands`), against a target (`targets`) or within a level a
person judged. `application` is how a rule was applied, in words.
"""
