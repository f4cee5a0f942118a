"""A pack tried out: checked whole, laid out for departments made up, its cases computed."""

from converter.rehearsal.made_up import DEPARTMENTS
from converter.rehearsal.rehearse import faults_of, left_to_write

__all__ = ["DEPARTMENTS", "faults_of", "left_to_write"]
