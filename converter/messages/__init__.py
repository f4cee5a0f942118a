"""Every sentence the program itself says to a user, one module a topic.

A finding is worded as a `message`; `phrases` are short words of all topics. The wording of reports and
rules is in packs.
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
    system,
    trace,
    verify,
    workbooks,
)
from converter.messages.message import Message

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
    "system",
    "trace",
    "verify",
    "workbooks",
]
