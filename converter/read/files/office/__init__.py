"""LibreOffice, asked for what nothing else opens or computes.

`converting` asks it, `links` takes out of a document what would lead it to other places, `outside` runs any
program of others, without a network where that can be had.
"""
