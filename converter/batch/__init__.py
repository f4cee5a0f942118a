"""Find departments in an inbox, run the line for each, write what comes out."""

from converter.batch.inspection import inspect
from converter.batch.listing import entry
from converter.batch.overview import checked_data, write_overview
from converter.batch.plain import plain_data
from converter.batch.record import Failure, Record
from converter.batch.run import Job, run
from converter.batch.trails import trails
from converter.batch.verifying import Verification, verify

__all__ = [
    "Failure",
    "Job",
    "Record",
    "Verification",
    "checked_data",
    "entry",
    "inspect",
    "plain_data",
    "run",
    "trails",
    "verify",
    "write_overview",
]
