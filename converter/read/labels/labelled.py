"""A label and the amount behind it in one cell."""

from msgspec import Struct
from msgspec.structs import replace

from converter.read.files.cells import YUAN, amount, folded, normal_form
from converter.read.labels.brackets import bracketed
from converter.read.labels.measured import Measured, MeasuredAmounts

LONGEST = 60  # characters of such a cell
_DIGITS = "0123456789.,"
_SEPARATORS = f":={YUAN}\u2013\u2014\u2015_,.;/|*~"
_MINUS = "-\u2212"


class LabelledAmount(Struct, frozen=True, gc=False):
    """A label in normal form, and the amount behind it in the same cell.

    It is not clear where a dash between them leaves open whether the amount is below zero.
    """

    label: str
    amount: Measured
    is_clear: bool = True


def labelled_amount(text: str, amounts: MeasuredAmounts) -> LabelledAmount | None:
    """Return the label and the amount that a text holds, None if it does not hold both.

    Digits that only follow a label may be a note's or belong to it: a unit, a sign, a blank or decimals
    must tell that they are an amount.
    """
    plain = normal_form(text)
    if len(plain) > LONGEST:
        return None
    parts = bracketed(plain)
    if parts and (inside := amounts.read(parts.inside) or _measured(parts.inside)):
        return _labelled(parts.before.rstrip(_SEPARATORS), inside)
    bare, unit = amounts.without_unit(plain)
    before = bare.rstrip(_DIGITS)
    sign = "-" if before[-2:-1] in tuple(_SEPARATORS) and before[-1:] in tuple(_MINUS) else ""
    digits, before = bare[len(before) :], before[: len(before) - len(sign)]
    label, number_text = before.rstrip(_SEPARATORS), sign + digits.lstrip(",.")
    is_apart = unit or label != before or not digits.isdigit() or len(folded(text).split()) > 1
    number = _measured(number_text, unit) if digits and is_apart else None
    if not number:
        return None
    if label.endswith(tuple(_MINUS)):
        dashed = _labelled(label.rstrip(_MINUS), number)
        return replace(dashed, is_clear=False) if dashed else None
    return _labelled(label, number)


def _measured(digits: str, unit: str = "") -> Measured | None:
    number = amount(digits)
    return None if number is None else Measured(number, unit)


def _labelled(label: str, found: Measured) -> LabelledAmount | None:
    return LabelledAmount(label, found) if label[-1:].isalpha() or label.endswith(")") else None
