"""How a report carries the trail of its figures: in bookmarks, and in a part of its package.

    <ledger xmlns=… department="" year="" pack="" version="" digest="" converter="">
      <input file="" digest=""/>                                    each file it was made from
      <sheet key="0" file="" sheet="" unit="" form=""/>             each form that cells are of
      <figure id="" value="" error="" unit="" text="">              printed, or used by one that is
        <cell at="" of="0" raw=""/>                                 read from a cell, or
        <formula text="" applied=""><of id=""/></formula>           computed from others
      </figure>
      <mark bookmark="" figure="" value="" text=""/>                one for every place of printing
      <left place="" theirs="" ours="" figure=""/>                  each edit of a person it does not have
      <generated></generated>                                       what the program wrote, a line each
    </ledger>

Values are exact, in the base unit; an empty one is none. A line begins with its kind, its figures are marked
(`trace.printed_lines`).
"""

BOOKMARK = r"_jx(\d+)_([0-9a-f]{8})"
"""The name of the bookmark round a printed figure: its number in the report, and a digest of its id."""
NAMESPACE = "urn:jixiao:ledger:1"
ATTRIBUTES = ("department", "year", "pack", "version", "digest", "converter")
"""The attributes of the root, named like the fields of `Trail`."""
