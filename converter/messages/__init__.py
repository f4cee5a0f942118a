"""Every sentence the program itself says to a user, one module a topic.

A finding is worded as a `message`; `phrases` are short words of all topics. The wording of reports and
rules is in packs.
"""

from converter.messages import (
    checks,
    cluster,
    diagnosis,
    edits,
    files,
    filing,
    help,
    inventory,
    overview,
    packs,
    phrases,
    reading,
    runs,
    screen,
    system,
    trace,
    verify,
    workbooks,
)
from converter.messages.message import Message

__all__ = [
    "Message",
    "checks",
    "cluster",
    "diagnosis",
    "edits",
    "files",
    "filing",
    "help",
    "inventory",
    "overview",
    "packs",
    "phrases",
    "reading",
    "runs",
    "screen",
    "system",
    "trace",
    "verify",
    "workbooks",
]
