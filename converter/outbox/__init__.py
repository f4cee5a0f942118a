"""What was written for departments, and what is remembered of it from run to run.

`outbox` puts files where they belong, under `names` that any system takes, and never over a person's work
(`ownership`); what it replaces goes to the history. `own_files` are those that are no department's,
`manifest` is for other programs.

A `record` is what became of a department; `results` stores records, so that a `session` (one run under the
`lock`, which the operating system's, `system_lock`, backs) can tell by `fingerprint` what need not be done
again. `resubmission` compares a new record with the stored one, `changes` is the difference. Interfaces of
their own, as few need them: `changes_workbook` and `checklist_workbook`.

Knows departments and what a conversion gives, nothing of how or where conversions run.
"""

from converter.outbox.changes import FigureChange, Revision
from converter.outbox.fingerprint import (
    Provenance,
    fingerprint,
    hash_of_file,
    hash_of_files,
    hashed_inputs,
    provenance_of,
)
from converter.outbox.lock import FileLock, LockedError, locked
from converter.outbox.names import bare_name, safe_name
from converter.outbox.outbox import Outbox
from converter.outbox.own_files import LOCK, LOG, LOOSE, MANIFEST, PRIVATE, SYSTEM_LOCK
from converter.outbox.record import HashedFile, LongLists, Outputs, RecognisedForm, Record
from converter.outbox.resubmission import with_revisions
from converter.outbox.results import (
    FOLDER,
    ResultStore,
    StoredResult,
    is_outbox,
    read_result,
    stored_in,
    stored_results_in,
)
from converter.outbox.session import KnownNames, OutboxSession, outbox_session

__all__ = [
    "FOLDER",
    "LOCK",
    "LOG",
    "LOOSE",
    "MANIFEST",
    "PRIVATE",
    "SYSTEM_LOCK",
    "FigureChange",
    "FileLock",
    "HashedFile",
    "KnownNames",
    "LockedError",
    "LongLists",
    "Outbox",
    "OutboxSession",
    "Outputs",
    "Provenance",
    "RecognisedForm",
    "Record",
    "ResultStore",
    "Revision",
    "StoredResult",
    "bare_name",
    "fingerprint",
    "hash_of_file",
    "hash_of_files",
    "hashed_inputs",
    "is_outbox",
    "locked",
    "outbox_session",
    "provenance_of",
    "read_result",
    "safe_name",
    "stored_in",
    "stored_results_in",
    "with_revisions",
]
