"""What can go wrong outside the program: exceptions and values that carry one Chinese line each.

`errors` holds what is raised and the `Failure` that is returned instead; `attempt` turns any exception of one
department into a `Failure`, the only place where all are caught. Every package above may use it.
"""

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
