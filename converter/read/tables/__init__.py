"""From a grid to tables: title block, header, columns, rows."""
