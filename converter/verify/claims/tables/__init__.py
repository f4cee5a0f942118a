"""Tables of a report: what their cells say, by a standard form, a form of our own, or their structure.

`table_reader` reads one table into claims; `table_texts` has what is printed in its cells; `table_grid` is
its plan of headers, labels and columns, which `table_sections` cuts where new heads begin, and tells which
tables are pieces of one; `cell_numbers` tells how exact numbers are, `cell_names` what cells are about;
`standard_forms` has the standard tables of a disclosure read.
"""
