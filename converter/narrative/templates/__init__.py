"""The pack's wording as templates: what they may name, how they are filled, and what is wrong with them.

`compiler` compiles them, in a sandbox. `context` is what they may name, with `entries` for items and rows of
lists, and `functions` what they may call.

`pack_templates` are all those of a pack. Of one that does not come with the program, `checking` finds what is
no template (`syntax`), what no department could fill (`faults`) and what would print as it stands
(`markup_faults`).
"""
