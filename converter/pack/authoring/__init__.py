"""For those who write packs.

`new_pack` begins one, `differences` shows what one changes, `cases` are cases of its own.
"""
