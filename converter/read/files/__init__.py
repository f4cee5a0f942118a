"""Files to grids of addressed cells, safely.

- Files: a `filed_file` lies on the disk or in an archive, `file_kind` tells what it is, `zip_members` unpacks
  zips within bounds, `word_beginning` gives the first lines of a Word document, `plain_text` knows mere text.
- Workbooks: `workbook` opens any by its content. It decrypts it (`password`), unpacks it (`archive`) and has
  the module of its format read it; `office` asks LibreOffice for what nothing else opens.
- Formats, by one contract in `format`: `xlsx`, a package that reads all by itself; `xls`, `xls95`, `xlsb` and
  `ods`, of most of which the library `calamine` reads the cells, and of the old ones `biff` walks the
  records; `text`, for what is one text of tags.
- Sheets: `grid` is what one becomes, `cells` what a cell holds. `formulas` works out whether saved results
  are still true, and what those give that were never saved; `results` puts that into the grids.

Nothing here knows a word of a standard form.
"""
