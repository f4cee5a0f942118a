"""Files to grids of addressed cells, safely.

`workbook` opens any spreadsheet by its content: it unpacks it (`archive`), decrypts it (`password`), has the
module of its format look at it (`xlsx`, `xls`, `xlsb`, `ods`: one contract in `inspection`, one line each in
`FORMATS`), and only then lets the reader near it. `grid` is what a sheet becomes, `cells` what a cell holds;
`formulas` and `formula_value` tell whether saved results are still true. `office` asks LibreOffice for what
nothing else opens. Nothing here knows a word of a standard form.
"""
