"""Tables of a Word file that are only pieces: a program has made it of pages, and each page cut a table.

The next piece either has no head: it begins with a code or an amount, right below the table above it or the
line that every page repeats. Or it has the same head, below the same lines. What sums reach the cut can't be
judged then.
"""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from converter.document.contents import Content, Passage, Tabular

MOST_REPEATED = 2  # lines of a page above a piece without a head
_OF_A_ROW = re.compile(r"\d{3,}|-?\d[\d,]*\.\d+%?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def with_pieces(contents: Sequence[Content]) -> tuple[Content, ...]:
    """Return contents in which tables that are cut say so."""
    times = Counter(each.written.text for each in contents if isinstance(each, Passage))
    found, upper, above, between = list(contents), -1, list[str](), list[str]()
    for at, content in enumerate(contents):
        if isinstance(content, Passage):
            between += [content.written.text] if content.written.text.strip() else []
            continue
        if upper >= 0 and isinstance(table := found[upper], Tabular):
            is_repeated = len(between) <= MOST_REPEATED and all(times[text] > 1 for text in between)
            is_same = between and above[-len(between) :] == between and _head(table) == _head(content)
            if (is_repeated and _begins_within(content)) or is_same:
                found[upper] = replace(table, is_open_below=True)
                found[at] = replace(content, is_open_above=True)
        upper, above, between = at, between, []
    return tuple(found)


def _head(table: Tabular) -> list[str]:
    return [cell.text.strip() for cell in table.rows[0]] if table.rows else []


def _begins_within(table: Tabular) -> bool:
    """Whether the first row of a table is none of a head, but has a code or an amount."""
    return any(_OF_A_ROW.fullmatch(text) and not _YEAR.fullmatch(text) for text in _head(table))
