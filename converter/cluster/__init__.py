"""Run the line on many machines: a task is the local run on a copy of some departments."""

from converter.cluster.run import RemoteRun, SchedulerError, remote_run, staged
from converter.cluster.storage import StorageError

__all__ = [
    "RemoteRun",
    "SchedulerError",
    "StorageError",
    "remote_run",
    "staged",
]
