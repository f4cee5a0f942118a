"""The title block above each table of a sheet: its title, year, unit and department.

`titled_tables` gives each table its `title_block`, made of the `words_around` the table, with the
`stated_years` of its cells; `split` parts a sheet that holds several.
"""
