"""A filed workbook handed back with remarks on its cells, as an .xlsx file.

`remark` is what there is to say of cells; `package` takes from a filed .xlsx what the library may read
without harm, `plain` writes the values of any other and `layout` gives them a look; `marking` colours cells
and comments them, `copying` makes the copy of it all, `front_sheet` lists the remarks, `saving` writes the
same bytes every time. Knows nothing of findings.
"""

from converter.workbooks.mark.copying import MarkedCopy, marked_copy
from converter.workbooks.mark.plain import PlainSheet
from converter.workbooks.mark.remark import MarkedCell, Remark

__all__ = ["MarkedCell", "MarkedCopy", "PlainSheet", "Remark", "marked_copy"]
