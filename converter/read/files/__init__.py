"""Bytes to grids of addressed cells, safely: one module a format."""
