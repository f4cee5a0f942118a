"""The files of a pack as data: read from YAML with the line of every entry, and laid over one another.

A file is a `text`; `yaml_text` reads it, `yaml_data` remembers where each entry stands, and `validation`
makes shapes of it. `layers` lays files over those of the packs they extend: entries by `merging`, items of
lists by their `item_names`, `report_text` by its named blocks; `stray_files` are files that no pack has. A
pack that comes with the program is `compiled`. `overlays` are read in the same way but lie in an inbox, where
anybody may have written them: `further_names` of labels and `settings` of a run.
"""
