"""Parts and their wholes: what is listed must add up, as far as anything shows that it is all there is.

Each is a `part_list`. Words begin the lists of `part_constraints`. Where `placed_amounts` stand shows others,
whatever they are called: `parts_by_place` in a paragraph, `parts_by_level` of the levels of government,
`numbered_parts` below one another, `parts_in_step` of several things stated in turn, `explained_changes`
behind a change, `bare_lists` of lines without units. In `shares_of_parts` shares that are all show them, in
`unannounced_parts` nothing but the numbers does. `stated_shares` are held to their parts and wholes, those of
one whole together (`share_groups`); `rates_of_parts` that add up make that of their whole.
"""
