"""Kinds of slips, and how the cause of a wrong number is worded: shared by `rules` and `verify`."""

from converter.diagnosis.slips import TELLING, Slip, of_digits, slip

__all__ = [
    "TELLING",
    "Slip",
    "of_digits",
    "slip",
]
