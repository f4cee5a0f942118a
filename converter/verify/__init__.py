"""Check reports, whoever wrote them: every number, against the report itself and the workbooks.

`claims` reads a report into claims, `constraints` says what must agree between them, `localise` finds the
wrong number behind violated constraints, and `report` words what was found: each layer imports only those
before it. Public interfaces, so that nobody loads more than is used: `submitted` for reports that come in,
which `verifier` checks, `checked_workbook` for what came of many, and `draft_verifier` for a report of ours
before it is filed, after a look `at_a_glance`. The package knows the pack and how documents are read, not how
reports are made, nor any file but the copies and workbooks that it writes.
"""
