"""For those who write packs: how one is begun (`skeleton`), what one changes (`differences`), its own
`cases`.
"""
