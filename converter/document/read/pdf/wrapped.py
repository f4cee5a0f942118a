"""Numbers too wide for their cells, broken over two lines."""

import re

from converter.document.read.pdf.lines import PITCH, PrintedLine

_REST = re.compile(r"(?=.)[.,]?\d{0,3}%?")
PRINTED = 2  # decimals an amount has at most


def wrapped(upper: PrintedLine, lower: PrintedLine) -> bool:
    """Whether a line holds the last digits of numbers right above it: with them, and only with them, all
    numbers have as many decimals.
    """
    numbers = [piece for piece in upper.pieces if piece.is_number and piece.text.strip("0")]
    below = [
        (nth, piece.text) for piece in lower.pieces for nth, each in enumerate(numbers) if each.over(piece)
    ]
    loose = len(below) < sum(piece.is_number for piece in lower.pieces)
    near = lower.middle - upper.middle < PITCH * upper.size
    if not below or loose or not near or not all(_REST.fullmatch(text) for _, text in below):
        return False
    rests = dict(below)
    before = {_decimals(piece.text) for piece in numbers}
    after = {_decimals(piece.text + rests.get(nth, "")) for nth, piece in enumerate(numbers)}
    return before != after and len(after) == 1 and max(after) <= PRINTED


def _decimals(number: str) -> int:
    return len(number.rstrip("%").partition(".")[2])
