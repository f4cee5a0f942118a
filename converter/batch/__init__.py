"""Find departments in an inbox, run the line for each, write what comes out."""

from converter.batch.checkedbook import checked_data, write_checked
from converter.batch.inspection import inspect
from converter.batch.listing import entry
from converter.batch.lock import LockedError
from converter.batch.plain import plain_data
from converter.batch.record import Failure, Outcome, Record
from converter.batch.run import run
from converter.batch.trails import trails
from converter.batch.verifying import Verification, verify
from converter.batch.watching import settled
from converter.batch.worker import Job

__all__ = [
    "Failure",
    "Job",
    "LockedError",
    "Outcome",
    "Record",
    "Verification",
    "checked_data",
    "entry",
    "inspect",
    "plain_data",
    "run",
    "settled",
    "trails",
    "verify",
    "write_checked",
]
