"""Names in one folder that look like two spellings of one department."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from converter import messages
from converter.figures import Finding, Outcome, Severity
from converter.pack import FormKind
from converter.read import Filing


class Spelling(Struct, frozen=True):
    """A name that is taken for another spelling of a department's, and the files that write it so."""

    department: str
    other: str
    files: tuple[str, ...]

    def finding(self, names_file: str) -> Finding:
        """Return the error that a person has to answer, with the line for the file of further names."""
        return Finding(
            messages.filing.SPELLINGS.code,
            Severity.ERROR,
            Outcome.NOT_EVALUABLE,
            messages.filing.SPELLINGS.text.format(
                files=messages.phrases.AND.join(self.files), other=self.other, department=self.department
            ),
            hint=messages.filing.SPELLINGS.hint.format(
                names_file=names_file, other=self.other, department=self.department
            ),
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
            files = tuple(dict.fromkeys(filing.file for filing in filings_by_name[other]))
            yield Spelling(department, other, files)


def _tables(filings: Sequence[Filing]) -> set[tuple[str, int]]:
    """Return form and year of every table, of supplements too."""
    return {(form.form, form.title_block.year) for filing in filings for form in filing.forms}


def _weight(filings: Sequence[Filing]) -> tuple[bool, int]:
    forms = [form for filing in filings for form in filing.forms]
    return any(form.kind is FormKind.FINAL for form in forms), len(forms)
