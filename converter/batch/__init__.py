"""Find departments in an inbox, run the line for each, write what comes out."""

from converter.batch.inspection import inspect
from converter.batch.listing import entry
from converter.batch.plain import plain_data
from converter.batch.record import Failure, Record
from converter.batch.run import Job, run
from converter.batch.trails import trails

__all__ = ["Failure", "Job", "Record", "entry", "inspect", "plain_data", "run", "trails"]
