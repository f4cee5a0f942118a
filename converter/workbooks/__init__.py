"""Our own workbooks: `write` makes an .xlsx file from values."""
