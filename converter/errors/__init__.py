"""What can go wrong outside our power, as values and exceptions that carry one Chinese line each."""

from converter.errors.attempt import attempt
from converter.errors.errors import DocumentError, Failure, OutboxError, ReadError, reading, writing

__all__ = [
    "DocumentError",
    "Failure",
    "OutboxError",
    "ReadError",
    "attempt",
    "reading",
    "writing",
]
