"""Whose accounts a filing holds: the whole department's, one unit's of it, or simply a department's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path

from converter import messages
from converter.inbox.inbox import Submission
from converter.pack import FormKind
from converter.read import Filing, ScopeWords


class Owners:
    """The departments and units that the filings of one bundle are for."""

    def __init__(self, filings: Sequence[Filing], bundle: Submission, calibers: ScopeWords) -> None:
        self._folder, self._calibers = bundle.folder, calibers
        self._workbooks = Counter(filing.path for filing in filings)
        self._named = sorted({calibers.bare(filing.department) for filing in filings if filing.department})
        self._wholes: set[str] = set()
        self._wholes = {self._bare(filing) for filing in filings if self._is_whole(filing)}

    def name(self, filing: Filing) -> str:
        """Return the body a filing is for; a department's own accounts go apart only beside the whole's."""
        name, own = self._bare(filing), ""
        if name in self._wholes and not self._is_whole(filing):
            own = next(filter(None, map(self._calibers.own, self._places(filing))), "")
        return messages.filing.OWN_ACCOUNTS.format(department=name, own=own) if own else name

    def whole(self, filed: Mapping[str, Sequence[Filing]]) -> str:
        """Return which of several bodies is the department the others are units of, '' if none is.

        It is the only one marked as the whole or, where none is marked, the one the folder is named after.
        """
        marked = sorted(self._wholes & set(filed)) or [self._folder] * (self._folder in filed)
        if len(filed) < 2 or len(marked) != 1:
            return ""
        tables = (form for filing in filed[marked[0]] for form in filing.forms)
        return marked[0] if any(form.kind is not FormKind.SUPPLEMENT for form in tables) else ""

    def _bare(self, filing: Filing) -> str:
        """Return the department of a filing, though it may name none."""
        name = self._calibers.bare(filing.department)
        only = next(iter(self._wholes)) if len(self._wholes) == 1 else ""
        return name or owner_of(filing.path, self._named) or only or self._folder or filing.path.stem

    def _is_whole(self, filing: Filing) -> bool:
        marked = self._calibers.bare(filing.department) != filing.department
        return marked or any(map(self._calibers.is_whole, self._places(filing)))

    def _places(self, filing: Filing) -> Iterator[str]:
        """Yield the names of a filing's file and of the folders it lies in, unless it shares the file."""
        if self._workbooks[filing.path] == 1:
            yield filing.path.stem
            above = reversed(filing.path.parent.parts) if self._folder else ()
            yield from takewhile(lambda part: part != self._folder, above)


def owner_of(path: Path, named: Sequence[str]) -> str:
    """Return the department a file's name mentions, or the only one there is."""
    only = named[0] if len(named) == 1 else ""
    return max((name for name in named if name in path.stem), key=len, default=only)
