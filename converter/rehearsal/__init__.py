"""A pack tried out before anybody files by it.

`rehearse` checks it whole, lays out reports of departments `made_up`, and computes its `cases`.
"""

from converter.rehearsal.made_up import DEPARTMENTS
from converter.rehearsal.rehearse import faults_of, left_to_write

__all__ = ["DEPARTMENTS", "faults_of", "left_to_write"]
