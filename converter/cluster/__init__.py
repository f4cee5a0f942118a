"""The same run on many machines of a Dask cluster, with inbox and outbox in any folder that fsspec reaches.

`run` cuts the inbox into pieces; each `chunk` is the local run on a `copy` of some departments, whose changes
are pushed back to the outbox. A `storage` is a folder by its address, `lock` keeps a second run away from the
outbox, `patience` waits for machines and says so. Knows how to ask for a local run, nothing of how a
department is done.
"""

from converter.cluster.run import RemoteRun, SchedulerError, remote_run, staged
from converter.cluster.storage import StorageError

__all__ = [
    "RemoteRun",
    "SchedulerError",
    "StorageError",
    "remote_run",
    "staged",
]
