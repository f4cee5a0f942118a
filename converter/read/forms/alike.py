"""Which label may be another spelling of one that was sought: never one that says the contrary."""

from collections.abc import Iterable
from difflib import get_close_matches

from converter.read.tables.sheet import FormSheet


def closest(sheet: FormSheet, sought: str, labels: Iterable[str], alike: float) -> str:
    """Return the label most like the one that is sought, at least so much `alike`, '' if there is none.

    Left out are labels that are known rows of their own, and those that speak of another kind: of expenditure
    instead of revenue, of the end of the year instead of its beginning, of what something is not.
    """
    vocabulary = sheet.vocabulary
    kinds, known = vocabulary.kind_words(sought), vocabulary.known_rows[sheet.form]
    open_labels = [label for label in labels if label not in known and vocabulary.kind_words(label) == kinds]
    return next(iter(get_close_matches(sought, open_labels, 1, alike)), "")
