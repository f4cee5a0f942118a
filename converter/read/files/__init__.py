"""Files to grids of addressed cells, safely.

A `filed_file` lies on the disk or in an archive, `file_kind` tells what it is, `zip_members` unpacks zips
within bounds, `word_beginning` gives the first lines of a Word document, `plain_text` knows mere text.

`workbook` opens any spreadsheet by its content: it decrypts it (`password`), unpacks it (`archive`) and has
the module of its format read it (`xlsx`, `xls`, `xls95`, `xlsb`, `ods`: one contract in `format`, one line
each in `FORMATS`; `text`, for what is one text of tags, only when it comes); `xlsx` is a package and reads
all by itself, the library `calamine` reads the cells for most others, `biff` walks the records of old ones.
`grid` is what a sheet becomes, `cells` what a cell holds; `formulas` works out whether saved results are
still true, and what those give that were never saved; `results` puts that into the grids. `office` asks
LibreOffice for what nothing else opens. Nothing here knows a word of a standard form.
"""
