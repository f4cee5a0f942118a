"""For those who write packs: how one is begun (`new_pack`), what one changes (`differences`), its own
`cases`.
"""
