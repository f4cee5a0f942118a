"""What year the documents state that were filed beside workbooks: in their titles, else in their names.

A document dates only tables of the kind it speaks of, accounts or a budget, and only if nothing in or about
the workbooks does.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from pathlib import PurePath

from converter.chinese import FULL_STOP
from converter.errors import Failure, attempt
from converter.pack import FormKind, Limits
from converter.read.files.cells import normal_form
from converter.read.files.filed_file import FiledFile
from converter.read.files.word_beginning import first_lines
from converter.read.identity.hints import Strength, YearHint
from converter.read.labels.departments import DepartmentNames
from converter.read.labels.title_lines import TitleLines
from converter.read.labels.years import without_years

LONGEST_LINE = 60  # of a title

DocumentYears = Mapping[FormKind, Sequence[YearHint]]
"""What documents say of the year of accounts and of a budget."""


def years_of_documents(documents: Sequence[FiledFile], lines: TitleLines, limits: Limits) -> DocumentYears:
    """Return the years that documents are for, by the kind of tables they speak of.

    One that can't be read tells what its name does: whoever reads it whole says why.
    """
    found: dict[FormKind, list[YearHint]] = {}
    for document in documents:
        beginning = attempt(document.name, partial(first_lines, document, limits))
        title = [] if isinstance(beginning, Failure) else list(takewhile(_is_short, beginning))
        told = list(_told(title, document.name, lines))
        for kind, hint in told or _told([PurePath(document.name).stem], document.name, lines):
            found.setdefault(kind, []).append(hint)
    return found


def own_years(years: DocumentYears, departments: Collection[str], names: DepartmentNames) -> DocumentYears:
    """Return the years without those of documents whose title names a department that is none of these."""
    kept = {
        kind: [hint for hint in hints if not _is_of_another(hint.text, departments, names)]
        for kind, hints in years.items()
    }
    return {kind: hints for kind, hints in kept.items() if hints}


def _is_of_another(title: str, departments: Collection[str], names: DepartmentNames) -> bool:
    """Whether a title names another department, before its year or before the words of a title."""
    line = normal_form(title)
    pairs = zip(line, without_years(line), strict=False)
    before = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    named = names.official(before) if names.is_organisation(before) else names.before_title(title)
    return bool(named and departments) and not any(
        named == department or names.alike(named, department) for department in departments
    )


def agreed(years: DocumentYears) -> dict[FormKind, YearHint]:
    """Return the year of each kind for which all documents that name one name the same."""
    return {kind: hints[0] for kind, hints in years.items() if len({hint.year for hint in hints}) == 1}


def _is_short(line: str) -> bool:
    return len(line) <= LONGEST_LINE and FULL_STOP not in line


def _told(title: Sequence[str], file: str, lines: TitleLines) -> Iterator[tuple[FormKind, YearHint]]:
    """Yield the year that the lines of a title state, for each kind of tables that they speak of.

    The first line that says both decides; else all together, if they name one year.
    """
    dated = [(line, lines.years(line)) for line in title if lines.years(line)]
    line, years = next(((line, years) for line, years in dated if lines.titles.kinds(line)), ("", ()))
    kinds = lines.titles.kinds(line)
    if not kinds and dated:
        line, years = dated[0][0], tuple({year for _, years in dated for year in years})
        kinds = frozenset(kind for text in title for kind in lines.titles.kinds(text))
    if len(years) == 1:
        yield from ((kind, YearHint(years[0], Strength.DOCUMENT, line.strip(), file)) for kind in kinds)
