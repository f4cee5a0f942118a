"""What was filed in an inbox, and by whom: read, but not judged.

- What lies there: `submissions` lists what was filed together, `walking` through folders; `folders` are those
  of a loose archive. `filed_names` says what a file's name says, `received` what each is good for, opening
  archives and passing over `backups`.
- Whose it is: `departments` sorts a submission's files into departments, by what `attribution` says each
  table is for. `spellings` are names that may mean one, `stray_names` those that are slips.
- Who has to file: `roster`, the bureau's list.
- When it may be read: `watching` waits until an inbox has come to rest.

Knows the reader and the words of the pack, nothing of rules or of what is written.
"""

from converter.inbox.departments import Department, SplitSubmission, split_by_department, split_loose_files
from converter.inbox.filed_names import readable
from converter.inbox.received import ReceivedFiles, UnusedFile
from converter.inbox.roster import Roster, RosterEntry, read_roster, roster_files
from converter.inbox.submissions import Submission, files_by_folder, joined, loose_files, submissions
from converter.inbox.walking import filed_file
from converter.inbox.watching import watch_inbox

__all__ = [
    "Department",
    "ReceivedFiles",
    "Roster",
    "RosterEntry",
    "SplitSubmission",
    "Submission",
    "UnusedFile",
    "filed_file",
    "files_by_folder",
    "joined",
    "loose_files",
    "read_roster",
    "readable",
    "roster_files",
    "split_by_department",
    "split_loose_files",
    "submissions",
    "watch_inbox",
]
