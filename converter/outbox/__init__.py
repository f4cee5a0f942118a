"""What was written for departments, and what is remembered of it from run to run."""

from converter.outbox.as_json import as_json
from converter.outbox.changes_workbook import changes_workbook
from converter.outbox.fingerprint import MadeBy, fingerprint, inputs_of, made_by
from converter.outbox.lock import LockedError, LockFile, locked
from converter.outbox.outbox import PRIVATE, Outbox, safe_name
from converter.outbox.record import Recognised, Record, Stored
from converter.outbox.results import FOLDER, ResultStore, StoredResult, kept_in
from converter.outbox.revisions import revised
from converter.outbox.session import LOCK, LOG, LOOSE, MANIFEST, OutboxSession, outbox_session

__all__ = [
    "FOLDER",
    "LOCK",
    "LOG",
    "LOOSE",
    "MANIFEST",
    "PRIVATE",
    "LockFile",
    "LockedError",
    "MadeBy",
    "Outbox",
    "OutboxSession",
    "Recognised",
    "Record",
    "ResultStore",
    "Stored",
    "StoredResult",
    "as_json",
    "changes_workbook",
    "fingerprint",
    "inputs_of",
    "kept_in",
    "locked",
    "made_by",
    "outbox_session",
    "revised",
    "safe_name",
]
