"""The page of all departments, one file for a browser.

`page` puts the `data` of every department, as `records` of JSON, into `template`: HTML, style and scripts.
"""
