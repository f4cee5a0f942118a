"""What the single-file page runs in a browser: the same conversion, its answers as JSON.

A `session` is a run in memory: the page's worker puts the files dropped into an inbox in memory, and shows
one of its `answers` after the other. There are no processes here and no limits: whoever waits ends the
worker. Nothing here decides anything.
"""

from converter.browser.session import (
    blank_supplement,
    convert,
    for_people,
    packed,
    packs,
    prefilled_supplements,
    verify,
)

__all__ = [
    "blank_supplement",
    "convert",
    "for_people",
    "packed",
    "packs",
    "prefilled_supplements",
    "verify",
]
