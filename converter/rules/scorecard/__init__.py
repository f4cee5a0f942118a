"""Points for every indicator, the total and the grade.

`scoring` takes a person's points or those a formula earns, `bands` says how a rule was applied to a value,
`result` is the scorecard filled in.
"""
