"""What came of checking a report: findings, what became of each number, workbook and commented copy.

The highest layer below `verifier`. `number_findings` words what `localise` found, `tag_findings` what tags
say. Others check words: `directions` of changes, stated with numbers or in words alone, the `reasons` for
them, `scores` and grades, `budgets` not exceeded, `years` and other `leftovers`, `punctuation`;
`whole_report` has what is of no one place. `checked` holds the results, which `in_words`, `as_json` and
`commented_copy` give out; `wording` prints amounts and reasons.
"""
