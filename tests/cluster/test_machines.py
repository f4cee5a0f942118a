"""A machine with another program or pack does nothing, and says who it is."""

from pathlib import Path
from platform import node

from msgspec.structs import replace

from converter.batch.run import Job, Worker
from converter.cluster.chunk import Chunk, chunk_results
from converter.errors.errors import Failure
from converter.pack.loading import DEFAULT
from tests.batch.conftest import BOOK, Inbox, name_of


def _results(inbox: Path, outbox: Path, code: str) -> list:
    job = Job((DEFAULT,), inbox, outbox)
    made = Worker(job).provenance
    made = replace(made, code=code or made.code)
    filed = (f"{name_of(0)}/{BOOK}",)
    [results] = chunk_results(Chunk(job, made, str(inbox), str(outbox), filed, (), ()))
    return results


def test_another_program_is_refused_by_name(small_inbox: Inbox, tmp_path: Path) -> None:
    inbox, outbox = small_inbox(1), tmp_path / "outbox"
    outbox.mkdir()
    [refused] = _results(inbox, outbox, "09e3a4c1")
    assert isinstance(refused, Failure)
    assert refused.place == name_of(0)
    assert f"机器 {node()} 上装的与这里不同" in refused.message
    assert "09e3a4c1" in refused.message
    assert list(outbox.iterdir()) == []


def test_the_same_program_is_not(small_inbox: Inbox, tmp_path: Path) -> None:
    [record] = _results(small_inbox(1), tmp_path / "outbox", "")
    assert record.department == name_of(0)
