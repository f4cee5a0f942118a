"""A pack tried out before anybody files by it.

`rehearse` checks it whole, lays out reports of departments `made_up`, and computes its `cases`;
`reminders` tells what in it is of no use as it stands.
"""

from converter.rehearsal.made_up import DEPARTMENTS
from converter.rehearsal.rehearse import faults_of
from converter.rehearsal.reminders import reminders

__all__ = ["DEPARTMENTS", "faults_of", "reminders"]
