"""Find departments in an inbox, run the line for each, write what comes out.

Reading reports back has doors of its own (`trails`, `verifying`), so that a run does not load what it needs.
"""

from converter.batch.inspection import inspect
from converter.batch.listing import entry
from converter.batch.lock import LockedError
from converter.batch.outbox import OutboxError
from converter.batch.plain import plain_data
from converter.batch.record import Failure, Outcome, Record
from converter.batch.run import run
from converter.batch.watching import settled
from converter.batch.worker import Job

__all__ = [
    "Failure",
    "Job",
    "LockedError",
    "OutboxError",
    "Outcome",
    "Record",
    "entry",
    "inspect",
    "plain_data",
    "run",
    "settled",
]
