"""Whose accounts a filing holds: a whole department's, one of its budget units', or simply a department's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from converter import messages
from converter.figures import Finding, Outcome, Severity
from converter.inbox.spellings import Spelling, former_names, spellings
from converter.pack import FormKind
from converter.read import DepartmentNames, Filing, ScopeWords


class Attribution:
    """Which department or budget unit each filing of a folder is for.

    Filings marked as consolidated (by a word of the pack in their heading, file or folder name) are the whole
    department's; so are unmarked ones beside the same tables marked as the department's own. `folder` is ''
    for loose files, and `around` the one in which they lie. `spellings` are the names taken for others.
    """

    def __init__(
        self, filings: Sequence[Filing], folder: str, around: str, words: ScopeWords, names: DepartmentNames
    ) -> None:
        self._folder, self._around, self._words, self._names = folder, around, words, names
        self._filings_in = Counter(filing.path for filing in filings)
        self._named = sorted({words.bare(filing.department) for filing in filings if filing.department})
        self._meant = {filing.short: words.bare(filing.department) for filing in filings if filing.short}
        self._consolidated: set[str] = set()
        self.spellings = self._spellings(filings) if folder else ()
        self._meant |= {spelling.other: spelling.department for spelling in self.spellings}
        self._consolidated = {self._bare_name(filing) for filing in filings if self._is_consolidated(filing)}
        self._consolidated |= set(self._with_own_apart(filings))

    def name_of(self, filing: Filing) -> str:
        """Return the name of the department or budget unit that a filing is for, '' if nothing names one.

        A department's own accounts have a name of their own only beside consolidated ones.
        """
        name, own = self._bare_name(filing), ""
        if name in self._consolidated and not self._is_consolidated(filing):
            own = self._own(filing)
        return messages.identity.OWN_ACCOUNTS.format(department=name, own=own) if own else name

    def findings_about(self, name: str, filings: Sequence[Filing], names_file: str) -> Iterator[Finding]:
        """Yield what there is to say of how a department is named in its filings.

        `names_file` is the file in which further names may be written.
        """
        yield from (
            spelling.finding(names_file) for spelling in self.spellings if spelling.department == name
        )
        by_folder = [filing.file for filing in filings if not (filing.department or self._other_name(filing))]
        if by_folder:
            yield Finding.worded(
                messages.identity.FOLDER_NAMES,
                Severity.NOTE,
                Outcome.HOLDS,
                files=messages.phrases.AND.join(by_folder),
                department=name,
            )

    def parent_of(self, filings_by_name: Mapping[str, Sequence[Filing]]) -> str:
        """Return the name of the department that all other names are budget units of, '' if none is.

        It is the only one with consolidated accounts or, where none has any, the one the folder is named
        after; a supplement alone makes no parent.
        """
        candidates = sorted(self._consolidated & set(filings_by_name))
        folder = self._department_of_folder()
        if not candidates and folder in filings_by_name:
            candidates = [folder]
        if len(filings_by_name) < 2 or len(candidates) != 1:
            return ""
        forms = (form for filing in filings_by_name[candidates[0]] for form in filing.forms)
        return candidates[0] if any(form.kind is not FormKind.SUPPLEMENT for form in forms) else ""

    def _bare_name(self, filing: Filing) -> str:
        """Return the department of a filing without words of scope, also where it names none."""
        name = self._words.bare(filing.department)
        return self._meant.get(name, name) or self._other_name(filing) or self._folder_name(filing)

    def _other_name(self, filing: Filing) -> str:
        """Return the department that other filings name and this one's file, or the only one they name."""
        only = next(iter(self._consolidated)) if len(self._consolidated) == 1 else ""
        return department_named(filing.path, self._named) or only

    def _folder_name(self, filing: Filing) -> str:
        """Return the department that a folder is named after: the nearest, or else that of the submission."""
        above = (self._names.official(part) for part in reversed(Path(filing.file).parent.parts))
        organisations = [name for name in above if self._names.is_organisation(name)]
        around = self._names.official(self._folder or self._around)
        named = self._names.names_one(around) and (self._folder or self._names.is_organisation(around))
        return self._words.bare(next(iter(organisations), around if named else ""))

    def _is_consolidated(self, filing: Filing) -> bool:
        marked = self._words.names_whole(filing.department)
        return marked or any(map(self._words.is_whole, self._path_names(filing)))

    def _own(self, filing: Filing) -> str:
        """Return the word that marks a filing as a department's own accounts, '' if none does."""
        return next(filter(None, map(self._words.own, (filing.department, *self._path_names(filing)))), "")

    def _with_own_apart(self, filings: Sequence[Filing]) -> Iterator[str]:
        """Yield the departments of which a table is there twice, marked as its own accounts and unmarked."""
        tables: dict[tuple[str, str, int], set[bool]] = {}
        for filing in filings:
            for form in filing.forms:
                table = self._bare_name(filing), form.form, form.title_block.year
                tables.setdefault(table, set()).add(bool(self._own(filing)))
        yield from (name for (name, _, _), marked in tables.items() if len(marked) > 1)

    def _spellings(self, filings: Sequence[Filing]) -> tuple[Spelling, ...]:
        filings_by_name: dict[str, list[Filing]] = {}
        for filing in filings:
            name = self._words.bare(filing.department)
            if name:
                filings_by_name.setdefault(self._meant.get(name, name), []).append(filing)
        alike = tuple(spellings(filings_by_name, self._names.alike))
        return alike or tuple(former_names(filings_by_name, self._department_of_folder()))

    def _department_of_folder(self) -> str:
        return self._words.bare(self._names.official(self._folder))

    def _path_names(self, filing: Filing) -> Iterator[str]:
        """Yield the names of a filing's file and of the folders above it, unless it shares the file."""
        if self._filings_in[filing.path] == 1:
            yield filing.path.stem
            yield from reversed(Path(filing.file).parent.parts) if self._folder else ()


def department_named(path: Path, departments: Sequence[str]) -> str:
    """Return the department that a file's name mentions, else the only one there is, else ''."""
    only = departments[0] if len(departments) == 1 else ""
    return max((name for name in departments if name in path.stem), key=len, default=only)
