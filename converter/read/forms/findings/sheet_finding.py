"""A finding about a sheet: most of what is said of forms is said in this way."""

from collections.abc import Sequence

from converter import messages
from converter.figures import CellOrigin, Finding, Outcome, Severity
from converter.messages import Message
from converter.read.tables.sheet import FormSheet


def sheet_finding(
    message: Message,
    sheet: FormSheet,
    severity: Severity,
    cells: Sequence[str] = (),
    what: str = "",
    **slots: str,
) -> Finding:
    """Return a finding about a sheet, or some cells of it; `what` is what the message speaks of, `slots` all
    else.
    """
    return Finding.worded(
        message,
        severity,
        Outcome.NOT_EVALUABLE,
        tuple(CellOrigin(sheet.file, sheet.grid.name, cell) for cell in cells or [""]),
        file=sheet.file,
        sheet=sheet.grid.name,
        cell=messages.phrases.AND.join(cells),
        what=what,
        **slots,
    )
