"""Which packs there are, and the places they may be for; none is loaded for it.

A pack is known by its `label`; `shipped` are those that come with the program, and the `gazetteer` knows the
province and city a name tells.
"""
