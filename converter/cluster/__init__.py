"""Run the line on many machines: a task is the local run on a copy of some departments."""

from converter.cluster.place import PlaceError
from converter.cluster.run import Afar, SchedulerError, afar, at_hand

__all__ = ["Afar", "PlaceError", "SchedulerError", "afar", "at_hand"]
