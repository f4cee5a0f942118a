"""What the files of a submission are good for: workbooks, Word documents, or of no use, and why."""

from collections.abc import Iterable
from pathlib import PurePath

from msgspec import Struct

from converter import messages
from converter.errors import Failure, attempt
from converter.inbox.backups import copies_among, is_backup
from converter.inbox.filed_names import is_filed
from converter.pack import Limits
from converter.read import MAY_HOLD_TABLES, CopyNames, FiledFile, FileKind, ZipMember, kind_of, members_of

_CHECKLIST = PurePath(messages.filing.CHECKLIST_WORKBOOK).stem
_READ = (FileKind.WORKBOOK, FileKind.WORD)
_OF_WORDS = (FileKind.WORD, FileKind.OLD_WORD, FileKind.PDF, FileKind.OFD)


class UnusedFile(Struct, frozen=True):
    """The name of a filed file that is not read, and in Chinese why; `may_hold_tables` if it should be looked
    into.
    """

    name: str
    reason: str
    may_hold_tables: bool = False


class ReceivedFiles:
    """The files of a submission, those within zip archives among them, by what they are good for.

    `checklists` are ours, in which people may have explained findings; `of_words` are files of words of any
    kind, also if they are not read. `failures` are the files that can't be looked into.
    """

    def __init__(self, files: Iterable[FiledFile], copy_names: CopyNames, limits: Limits) -> None:
        self.workbooks: list[FiledFile] = []
        self.checklists: list[FiledFile] = []
        self.documents: list[FiledFile] = []
        self.of_words: list[FiledFile] = []
        self.unused: list[UnusedFile] = []
        self.failures: list[Failure] = []
        self._limits = limits
        archives = []
        for file in self._without_copies(list(files), copy_names):
            kind = attempt(file.name, lambda file=file: kind_of(file, limits))  # type: ignore[misc]
            if kind is FileKind.ZIP:
                archives.append(file)
            else:
                self._add(file, kind)
        for archive in archives:
            self._unpack(archive, copy_names)

    def _without_copies(self, files: list[FiledFile], copy_names: CopyNames) -> Iterable[FiledFile]:
        """Yield the files that are neither backups nor copies marked as such beside their original."""
        copies = copies_among(files, copy_names)
        for file in files:
            if is_backup(file):
                self.unused.append(UnusedFile(file.name, messages.inventory.BACKUP))
            elif original := copies.get(file.name):
                reason = messages.inventory.COPY.format(original=original)
                self.unused.append(UnusedFile(file.name, reason))
            else:
                yield file

    def _add(self, file: FiledFile, kind: FileKind | Failure) -> None:
        if kind in _OF_WORDS:
            self.of_words.append(file)
        if isinstance(kind, Failure):
            self.failures.append(kind)
        elif kind is FileKind.WORKBOOK:
            is_checklist = file.content is None and _CHECKLIST in file.path.stem
            (self.checklists if is_checklist else self.workbooks).append(file)
        elif kind is FileKind.WORD:
            self.documents.append(file)
        elif kind is FileKind.ZIP:
            self.unused.append(UnusedFile(file.name, messages.inventory.NESTED, may_hold_tables=True))
        else:
            self.unused.append(UnusedFile(file.name, messages.inventory.KINDS[kind], kind in MAY_HOLD_TABLES))

    def _unpack(self, archive: FiledFile, copy_names: CopyNames) -> None:
        """Take the files of an archive like others, a copy of one that is there already only once."""
        members = attempt(archive.name, lambda: members_of(archive, self._limits))
        if isinstance(members, Failure):
            self.failures.append(members)
            return
        filed = [member for member in members if is_filed(member.file.name.removeprefix(archive.name))]
        if not filed:
            self.unused.append(UnusedFile(archive.name, messages.inventory.EMPTY_ARCHIVE))
        refused = {member.file.name: member for member in filed if member.refused}
        for file in self._without_copies([member.file for member in filed], copy_names):
            if member := refused.get(file.name):
                self._refuse(member)
            else:
                self._add_member(file)

    def _refuse(self, member: ZipMember) -> None:
        self.unused.append(UnusedFile(member.file.name, member.refused, may_hold_tables=True))

    def _add_member(self, file: FiledFile) -> None:
        kind = attempt(file.name, lambda: kind_of(file, self._limits))
        same = self._same_as(file) if kind in _READ else ""
        if same:
            self.unused.append(UnusedFile(file.name, messages.inventory.SAME.format(other=same)))
        else:
            self._add(file, kind)

    def _same_as(self, file: FiledFile) -> str:
        """Return the name of a file already taken that has the same content, '' if there is none."""
        size = len(file.content or b"")
        for other in (*self.workbooks, *self.documents):
            if other.is_regular and other.size == size and other.read_bytes() == file.content:
                return other.name
        return ""
