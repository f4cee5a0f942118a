"""A run over an inbox: what was filed, converted or judged department by department.

`run` drives a `job`: it has the submissions `found`, by what `naming` tells of folders and files, and gives
each to a pool of processes. There a `worker` reads and judges it, with what is stored in the `last_run` and
the `files_of_people`, and stores a `judged_record` of each department.

`department_files` makes what a department gets, with the `extras` asked for, and puts it into the
`department_folder`; `duplicates` keeps two from writing one report. Knows every package below `batch`.
"""

from converter.batch.run.duplicates import without_duplicates
from converter.batch.run.found import find_submissions
from converter.batch.run.job import Job
from converter.batch.run.run import run, run_filled
from converter.batch.run.worker import Worker

__all__ = ["Job", "Worker", "find_submissions", "run", "run_filled", "without_duplicates"]
