"""Every sentence the program itself says to a user, one module a topic.

What was filed: `files` that cannot be read and formulas, `reading` of sheets that is not certain, the
`identity` of tables (year and department), the `filing` as a whole and the checklist's words, the `inventory`
of what became of each file. What was found: `checks` that do not hold, their causes in `diagnosis`, `trace`
of where a figure comes from, `edits` of people in files of ours, `verify` for submitted reports. What is
made: the `overview` and other `workbooks`, the page `side_by_side`. The program: `packs` that are wrong,
`runs` on an outbox, the `screen` and `help` of the command line, what the operating `system` refused.
`phrases` are what all topics share: how a finding is worded, short words, and how things are done where they
are read. The wording of reports and rules is in packs.
"""

from converter.messages import (
    checks,
    diagnosis,
    edits,
    files,
    filing,
    help,
    identity,
    inventory,
    overview,
    packs,
    phrases,
    reading,
    runs,
    screen,
    side_by_side,
    system,
    trace,
    verify,
    workbooks,
)
from converter.messages.phrases import Message

__all__ = [
    "Message",
    "checks",
    "diagnosis",
    "edits",
    "files",
    "filing",
    "help",
    "identity",
    "inventory",
    "overview",
    "packs",
    "phrases",
    "reading",
    "runs",
    "screen",
    "side_by_side",
    "system",
    "trace",
    "verify",
    "workbooks",
]
