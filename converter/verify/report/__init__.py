"""What came of checking a report: findings, what became of each number, workbook and marked copy.

The highest layer below `verifier`. `number_findings` words what `localise` found, `tag_findings` what tags
say; `statements`, `told_directions`, `budgets` and `leftovers` check words rather than numbers, `marks` the
punctuation. `checked` holds the results, which `in_words`, `as_json` and `marked_copy` give out; `wording`
prints amounts and reasons.
"""
