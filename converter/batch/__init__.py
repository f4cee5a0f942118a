"""Convert every department of an inbox, in as many processes as asked for.

`run` drives a `job`: it has the submissions `found`, by what `naming` tells of folders and files, and a
`pool` of processes do each, in which a `worker` reads, judges and stores it, and `department_files` writes
what a department gets. Beside it, `inspection` looks into single files. Two modules are public interfaces of
their own, so that a run does not load what they need: `batch.verification` checks submitted reports,
`batch.trails` collects where figures come from. Knows every package below; what is shown of it is not its
business.
"""

from converter.batch.beside import load_pack_beside
from converter.batch.duplicates import without_duplicates
from converter.batch.inspection import InspectedFile, InspectedForm, inspect
from converter.batch.job import Job
from converter.batch.one_worker import in_worker
from converter.batch.pool import Pool
from converter.batch.run import run
from converter.batch.worker import Worker

__all__ = [
    "InspectedFile",
    "InspectedForm",
    "Job",
    "Pool",
    "Worker",
    "in_worker",
    "inspect",
    "load_pack_beside",
    "run",
    "without_duplicates",
]
