"""What a number of a text leaves for the next one, by what ends it.

A heading ends what is in the `text` above a paragraph, the next paragraph what is in the `paragraph`, a full
stop what is in the `sentence`; `listings` are the lists of parts that are open where a number stands.
"""
