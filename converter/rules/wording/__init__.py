"""Findings in words: results of checks (`check_results`), wrong `cells`, whole `sheets`.

`phrases` names figures, amounts and places; the others put them into the sentences of `messages.checks`.
"""
