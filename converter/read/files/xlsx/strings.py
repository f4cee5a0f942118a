"""The texts that the cells of a workbook share."""

import re

from converter import messages
from converter.read.files.xlsx.markup import ATTRIBUTES, NotPlainError, cell_text, covered, inside, read_part

_TEXT = r'<t( xml:space="preserve")?>([^<]*+)</t>'
_PHONETIC = f"(?:<phoneticPr{ATTRIBUTES} ?/>)?"
_PLAIN = re.compile(f"<si>{_TEXT}{_PHONETIC}</si>")
_ONE = re.compile(f"<si>(?:{_TEXT}{_PHONETIC}|((?:<(?!/?si[ >/])[^<]*+)*+))</si>|<si ?/>")
_FORMAT = rf"<rPr>(?:<\w{{1,20}}+{ATTRIBUTES} ?/>)*+</rPr>|<rPr ?/>"
_RUN = re.compile(
    f"<r>(?:{_FORMAT})?+{_TEXT}</r>|<rPh{ATTRIBUTES}>{_TEXT}</rPh>|<phoneticPr{ATTRIBUTES} ?/>|{_TEXT}|<t ?/>"
)


def shared_strings(part: bytes) -> dict[str, str]:
    """Return the texts by their numbers as cells write them."""
    found = read_part(part, messages.files.UNSAFE_PARTS, _strings)
    return {str(number): text for number, text in enumerate(found)}


def _strings(text: str) -> list[str]:
    within = inside(text, "sst")
    try:
        pieces = covered(_PLAIN, within)
        return [
            cell_text(raw, preserved=bool(kept)) for kept, raw in zip(pieces[::2], pieces[1::2], strict=True)
        ]
    except NotPlainError:  # or some have formats of their own
        pieces = covered(_ONE, within)
        each = zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True)
        return [
            _joined(runs) if runs else cell_text(raw or "", preserved=bool(kept)) for kept, raw, runs in each
        ]


def _joined(runs: str) -> str:
    """Return the text of runs with formats of their own, without the phonetic ones."""
    pieces = covered(_RUN, runs)
    runs_and_bare = zip(pieces[::6], pieces[1::6], pieces[4::6], pieces[5::6], strict=True)
    return "".join(
        cell_text(run or bare or "", preserved=bool(kept or bare_kept))
        for kept, run, bare_kept, bare in runs_and_bare
    )
