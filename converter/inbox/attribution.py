"""Whose accounts a filing holds: a whole department's, one of its budget units', or simply a department's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path

from converter import messages
from converter.pack import FormKind
from converter.read import Filing, ScopeWords


class Attribution:
    """Which department or budget unit each filing of a folder is for ('' for loose files).

    Filings marked as consolidated (by a word of the pack in their heading, file or folder name) are the whole
    department's.
    """

    def __init__(self, filings: Sequence[Filing], folder: str, words: ScopeWords) -> None:
        self._folder, self._words = folder, words
        self._filings_in = Counter(filing.path for filing in filings)
        self._named = sorted({words.bare(filing.department) for filing in filings if filing.department})
        self._consolidated: set[str] = set()
        self._consolidated = {self._bare_name(filing) for filing in filings if self._is_consolidated(filing)}

    def name_of(self, filing: Filing) -> str:
        """Return the name of the department or budget unit that a filing is for.

        A department's own accounts have a name of their own only beside consolidated ones.
        """
        name, own = self._bare_name(filing), ""
        if name in self._consolidated and not self._is_consolidated(filing):
            own = next(filter(None, map(self._words.own, self._path_names(filing))), "")
        return messages.filing.OWN_ACCOUNTS.format(department=name, own=own) if own else name

    def parent_of(self, filings_by_name: Mapping[str, Sequence[Filing]]) -> str:
        """Return the name of the department that all other names are budget units of, '' if none is.

        It is the only one with consolidated accounts or, where none has any, the one the folder is named
        after; a supplement alone makes no parent.
        """
        candidates = sorted(self._consolidated & set(filings_by_name))
        if not candidates and self._folder in filings_by_name:
            candidates = [self._folder]
        if len(filings_by_name) < 2 or len(candidates) != 1:
            return ""
        forms = (form for filing in filings_by_name[candidates[0]] for form in filing.forms)
        return candidates[0] if any(form.kind is not FormKind.SUPPLEMENT for form in forms) else ""

    def _bare_name(self, filing: Filing) -> str:
        """Return the department of a filing without words of scope, also where it names none."""
        name = self._words.bare(filing.department)
        only = next(iter(self._consolidated)) if len(self._consolidated) == 1 else ""
        return name or department_named(filing.path, self._named) or only or self._folder or filing.path.stem

    def _is_consolidated(self, filing: Filing) -> bool:
        marked = self._words.bare(filing.department) != filing.department
        return marked or any(map(self._words.is_whole, self._path_names(filing)))

    def _path_names(self, filing: Filing) -> Iterator[str]:
        """Yield the names of a filing's file and of the folders above it, unless it shares the file."""
        if self._filings_in[filing.path] == 1:
            yield filing.path.stem
            above = reversed(filing.path.parent.parts) if self._folder else ()
            yield from takewhile(lambda part: part != self._folder, above)


def department_named(path: Path, departments: Sequence[str]) -> str:
    """Return the department that a file's name mentions, else the only one there is, else ''."""
    only = departments[0] if len(departments) == 1 else ""
    return max((name for name in departments if name in path.stem), key=len, default=only)
