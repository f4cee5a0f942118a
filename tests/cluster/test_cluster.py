"""A run on several machines writes what it writes on one, also when a machine is lost."""

import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.batch.conftest import BOOK, JIXIAO, Inbox, contents, fill, name_of
from tests.cluster.conftest import Cluster, download, until, upload
from tests.conversion.conftest import jixiao

COUNT, FEW = 24, 5


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory, template: Path) -> Path:
    """The outbox of a local run on a small inbox of `COUNT` departments."""
    place = tmp_path_factory.mktemp("local")
    _convert(fill(place / "inbox", template, COUNT), place / "outbox")
    return place / "outbox"


def _convert(inbox: Path, outbox: Path) -> None:
    assert jixiao("convert", inbox, "-o", outbox, "-j", "2").exit_code in (0, 1)


def _all(outbox: Path) -> dict[str, str]:
    """Return what a run writes: the departments' files, and the overview."""
    return {**contents(outbox), "index.html": (outbox / "index.html").read_bytes().hex()}


def test_a_bucket_gets_what_a_folder_gets(
    small_inbox: Inbox, s3: str, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first run and one after a resubmission write into the bucket what they write into a folder."""
    monkeypatch.setattr("converter.cluster.run.CHUNK", FEW - 1)  # two chunks
    inbox = small_inbox(FEW)
    outbox = inbox.parent / "outbox"
    arguments = (f"{s3}/inbox", "-o", f"{s3}/outbox", "--scheduler", cluster.scheduler)
    upload(inbox, f"{s3}/inbox")
    first = jixiao("convert", *arguments)
    assert first.exit_code == 0, first.output
    _convert(inbox, outbox)
    assert _all(download(f"{s3}/outbox", inbox.parent / "first")) == _all(outbox)
    _alter(inbox / name_of(3) / BOOK)
    upload(inbox, f"{s3}/inbox")
    second = jixiao("convert", *arguments)
    unchanged_and_summary = FEW
    assert second.output.count("未变") == unchanged_and_summary, second.output
    _convert(inbox, outbox)
    changed, expected = _all(download(f"{s3}/outbox", inbox.parent / "second")), _all(outbox)
    dated = f"{name_of(3)}/变更.xlsx"
    assert changed.pop(dated)
    assert expected.pop(dated)
    assert changed == expected
    assert any(name.startswith("历史/") for name in changed)


def test_an_edited_report_without_a_stored_result_is_not_lost(small_inbox: Inbox, cluster: Cluster) -> None:
    inbox = small_inbox(1)
    outbox = inbox.parent / "outbox"
    arguments = ("convert", inbox, "-o", outbox, "--scheduler", cluster.scheduler)
    assert jixiao(*arguments).exit_code == 0
    [report] = outbox.glob("[!.]*/*.docx")
    report.write_bytes(b"edited")
    for stored in (outbox / ".jixiao" / "departments").glob("*"):
        stored.unlink()
    again = jixiao(*arguments)
    assert "待核" in again.output, again.output  # for what cannot be read of it cannot be carried
    history = outbox / "历史" / report.parent.name
    assert b"edited" in [path.read_bytes() for path in history.glob("*.docx")]


def test_a_worker_killed_during_a_run(small_inbox: Inbox, cluster: Cluster, local: Path) -> None:
    inbox = small_inbox(COUNT)
    outbox = inbox.parent / "outbox"
    arguments = [*JIXIAO, "convert", str(inbox), "-o", str(outbox), "--scheduler", cluster.scheduler]
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL) as process:
        until(lambda: any(outbox.glob("[!.]*/*.docx")) or process.poll() is not None)
        cluster.workers[0].send_signal(signal.SIGKILL)
        assert process.wait(60) == 0
    assert _all(outbox) == _all(local)


def test_the_scheduler_killed_during_a_run(small_inbox: Inbox, cluster: Cluster, local: Path) -> None:
    """One line says so, and a local run continues with what is done."""
    inbox = small_inbox(COUNT)
    outbox = inbox.parent / "outbox"
    arguments = [*JIXIAO, "convert", str(inbox), "-o", str(outbox), "--scheduler", cluster.scheduler]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as process:
        until(lambda: any(outbox.glob("[!.]*/*.docx")) or process.poll() is not None)
        cluster.head.send_signal(signal.SIGKILL)
        _, errors = process.communicate(timeout=60)
    [line] = filter(None, errors.splitlines())
    assert (process.returncode, f"与调度器 {cluster.scheduler} 的连接中断" in line) == (2, True)
    until(lambda: all(worker.poll() is not None for worker in cluster.workers))
    result = jixiao("convert", inbox, "-o", outbox, "-j", "2")
    assert (result.exit_code, "未变" in result.output) == (0, True)
    assert _all(outbox) == _all(local)


def test_a_scheduler_that_does_not_answer(small_inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.cluster.run.GREETING_SECONDS", 0.1)
    inbox = small_inbox(1)
    result = jixiao("convert", inbox, "-o", inbox.parent / "outbox", "--scheduler", "tcp://127.0.0.1:9")
    assert (result.exit_code, "连不上调度器" in result.output) == (2, True)


def test_a_bucket_without_credentials_is_refused_in_a_line(s3: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    for name in ("AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"):
        monkeypatch.setenv(name, "/dev/null")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    result = jixiao("convert", f"{s3}/inbox", "-o", f"{s3}/outbox", "--scheduler", "tcp://127.0.0.1:9")
    s3fs.S3FileSystem.clear_instance_cache()
    assert (result.exit_code, f"打不开 {s3}/outbox（没有访问凭证）" in result.output) == (2, True)


def test_an_address_needs_a_scheduler() -> None:
    result = jixiao("convert", "s3://bureau/inbox")
    assert (result.exit_code, "--scheduler" in result.output) == (2, True)


def test_without_the_extra_a_line_says_what_to_install(
    small_inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    inbox = small_inbox(1)
    result = jixiao("convert", inbox, "-o", inbox.parent / "outbox", "--scheduler", "tcp://127.0.0.1:9")
    assert (result.exit_code, "jixiao[cluster]" in result.output) == (2, True)


def _alter(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    cell = next(cell for row in book.active.iter_rows() for cell in row if isinstance(cell.value, float))
    cell.value += 1
    book.save(path)
