"""Run the line on many machines: a task is the local run on a copy of some departments."""

from converter.cluster.run import Afar, SchedulerError, afar, at_hand
from converter.cluster.storage import PlaceError

__all__ = [
    "Afar",
    "PlaceError",
    "SchedulerError",
    "afar",
    "at_hand",
]
