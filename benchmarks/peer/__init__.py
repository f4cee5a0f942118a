"""The script a competent person would write for the same job, with pandas.read_excel and docxtpl.

It reads from the same workbooks the sheets the report needs, computes the same figures and scores, and fills
a Word template. Each workbook is opened once, the template and what Jinja2 makes of it stay in memory. It
checks nothing, traces nothing and lists nothing.
"""
