"""Convert every department of an inbox, in as many processes as asked for."""

from converter.batch.inspection import inspect
from converter.batch.pool import in_processes
from converter.batch.run import FiledOnce, run
from converter.batch.worker import Job, Worker

__all__ = [
    "FiledOnce",
    "Job",
    "Worker",
    "in_processes",
    "inspect",
    "run",
]
