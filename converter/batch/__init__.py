"""Find departments in an inbox, run the line for each, write what comes out."""

from converter.batch.guard import Failure
from converter.batch.inspection import inspect
from converter.batch.listing import entry
from converter.batch.run import Done, Job, run

__all__ = ["Done", "Failure", "Job", "entry", "inspect", "run"]
