"""Names in one folder that look like one department's: other spellings, and the name it had last year."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from converter import messages
from converter.figures import Finding, Outcome, Severity
from converter.pack import FormKind
from converter.read import Filing, FormReading


class Spelling(Struct, frozen=True):
    """A name that is taken for another spelling of a department's, and the files that write it so; the `year`
    whose accounts these are if it was the department's name in the year before, else 0.
    """

    department: str
    other: str
    files: tuple[str, ...]
    year: int = 0

    def finding(self, names_file: str) -> Finding:
        """Return the error that a person has to answer, with the line for the file of further names."""
        words = messages.identity.FORMER_NAME if self.year else messages.identity.SPELLINGS
        return Finding.worded(
            words,
            Severity.ERROR,
            Outcome.NOT_EVALUABLE,
            files=messages.phrases.AND.join(self.files),
            other=self.other,
            department=self.department,
            year=self.year,
            names_file=names_file,
        )


def spellings(
    filings_by_name: Mapping[str, Sequence[Filing]], alike: Callable[[str, str], bool]
) -> Iterator[Spelling]:
    """Yield the names that are `alike` and under which no table was filed that the other has too.

    Two budget units of almost the same name both file the whole set. The name with accounts is the
    department's, of two that with more tables.
    """
    for pair in combinations(filings_by_name, 2):
        if alike(*pair) and _tables(filings_by_name[pair[0]]).isdisjoint(_tables(filings_by_name[pair[1]])):
            department, other = sorted(pair, key=lambda name: _weight(filings_by_name[name]), reverse=True)
            yield Spelling(department, other, _files(filings_by_name[other]))


def former_names(filings_by_name: Mapping[str, Sequence[Filing]], department: str) -> Iterator[Spelling]:
    """Yield the name under which the accounts of the year before were filed that a department lacks, if it
    is the only one, and nothing else was filed under it: a budget unit's are of the same year.
    """
    own = [filing for name, filings in filings_by_name.items() if name == department for filing in filings]
    years = {form.title_block.year for form in _forms(own) if form.kind is FormKind.FINAL}
    before = max(years, default=0) - 1
    former = [
        name
        for name, filings in filings_by_name.items()
        if {(form.kind, form.title_block.year) for form in _forms(filings)} == {(FormKind.FINAL, before)}
    ]
    if len(former) == 1 and before not in years:
        yield Spelling(department, former[0], _files(filings_by_name[former[0]]), before)


def _files(filings: Sequence[Filing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filing.file for filing in filings))


def _forms(filings: Sequence[Filing]) -> list[FormReading]:
    return [form for filing in filings for form in filing.forms]


def _tables(filings: Sequence[Filing]) -> set[tuple[str, int]]:
    """Return form and year of every table, of supplements too."""
    return {(form.form, form.title_block.year) for form in _forms(filings)}


def _weight(filings: Sequence[Filing]) -> tuple[bool, int]:
    forms = _forms(filings)
    return any(form.kind is FormKind.FINAL for form in forms), len(forms)
