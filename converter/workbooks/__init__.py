"""Workbooks we make ourselves, and filed ones handed back.

`write` turns sheets of values into an .xlsx file and is the only importer of the library that does so. It
knows units and styles of the pack, and nothing of departments, reports or findings: who wants a workbook
describes its sheets as values. `mark` copies a filed workbook with remarks on its cells.
"""
