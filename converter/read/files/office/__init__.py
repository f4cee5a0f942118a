"""LibreOffice, asked for what nothing else opens or computes.

`converting` asks it, `links` takes links to other places out of a document, `outside` runs any program that
is not ours, without a network where the system allows that.
"""
