"""A filed workbook handed back with remarks on its cells, as an .xlsx file.

A `remark` is what there is to say of some cells. `copying` makes the copy: of what `package` takes from a
filed .xlsx for the library to read without harm, or of the values of any other, which `plain` writes and
`layout` gives a look. `marking` colours cells and comments them, `front_sheet` lists the remarks, `saving`
writes the same bytes every time. Knows nothing of findings.
"""

from converter.workbooks.mark.copying import MarkedCopy, marked_copy
from converter.workbooks.mark.plain import PlainSheet
from converter.workbooks.mark.remark import MarkedCell, Remark

__all__ = ["MarkedCell", "MarkedCopy", "PlainSheet", "Remark", "marked_copy"]
