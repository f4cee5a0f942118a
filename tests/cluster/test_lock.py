"""Two runs on one bucket do not harm each other: a lock names its owner, one left behind is recognised."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from platform import node

import psutil
import pytest
from typer.testing import Result

from converter.cluster import lock
from converter.cluster.lock import ObjectLock, locked_outbox
from converter.cluster.storage import Storage
from converter.outbox.lock import LockedError
from tests.batch.conftest import Inbox
from tests.cluster.conftest import until, upload
from tests.conversion.conftest import jixiao

OTHER = {
    "host": "别的机器",
    "pid": 7,
    "user": "某人",
    "since": "2026-01-05T08:00:00+08:00",
}
GONE = {**OTHER, "host": node(), "pid": psutil.Process().pid}  # the number is another process's now


@dataclass(frozen=True)
class Bucket:
    """An outbox in a bucket, its lock, and a run on it that ends when no scheduler answers."""

    outbox: Storage
    lock: ObjectLock
    convert: Callable[[], Result]

    def leave(self, owner: dict[str, str | int]) -> None:
        self.outbox.put(".jixiao/lock", json.dumps(owner).encode())


@pytest.fixture
def bucket(small_inbox: Inbox, s3: str, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    monkeypatch.setattr("converter.cluster.run.GREETING_SECONDS", 0.1)
    upload(small_inbox(1), f"{s3}/inbox")
    outbox = Storage(f"{s3}/outbox")
    arguments = ("convert", f"{s3}/inbox", "-o", f"{s3}/outbox", "--scheduler", "tcp://127.0.0.1:9")
    return Bucket(outbox, ObjectLock(outbox, ".jixiao/lock"), lambda: jixiao(*arguments))


def test_another_run_is_refused(bucket: Bucket) -> None:
    bucket.leave(OTHER)
    result = bucket.convert()
    assert result.exit_code == 2
    assert "正由 某人 在 别的机器 上运行（进程 7，2026-01-05 08:00:00+08:00 开始）" in result.output
    assert f"请删去 {bucket.lock} 后重试" in result.output
    assert str(bucket.lock).endswith("/outbox/.jixiao/lock")
    assert json.loads(bucket.lock.read() or b"") == OTHER


def test_in_the_same_process_too(bucket: Bucket) -> None:
    with locked_outbox(bucket.outbox):
        assert f"在 {node()} 上运行（进程 {psutil.Process().pid}" in bucket.convert().output
    assert bucket.lock.read() is None


def test_the_lock_of_a_process_that_is_gone_is_stale(bucket: Bucket) -> None:
    bucket.leave(GONE)
    assert "连不上调度器" in bucket.convert().output
    assert bucket.lock.read() is None


def test_the_lock_of_a_machine_long_silent_is_stale(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ObjectLock, "silence_seconds", -1.0)  # the store counts whole seconds
    bucket.leave(OTHER)
    assert "连不上调度器" in bucket.convert().output


def test_a_lock_is_renewed_while_it_is_held(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    renewed: list[bytes] = []
    monkeypatch.setattr(ObjectLock, "renew", lambda mark, data: renewed.append(data))
    monkeypatch.setattr(lock, "BEAT_SECONDS", 0.01)
    with locked_outbox(bucket.outbox):
        until(lambda: len(renewed) > 2)
        assert set(renewed) == {bucket.lock.read()}


def test_a_lock_taken_over_by_another_is_left_alone(bucket: Bucket) -> None:
    with locked_outbox(bucket.outbox):
        mine = bucket.lock.read() or b""
        bucket.lock.renew(mine)
        assert bucket.lock.read() == mine
        bucket.leave(OTHER)
        bucket.lock.renew(mine)
    assert json.loads(bucket.lock.read() or b"") == OTHER


def test_one_of_two_at_once_gets_it(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Storage, "read", lambda place, name: None)  # neither sees the other's
    assert [bucket.lock.create(data) for data in (b"1", b"2")] == [True, False]
    with pytest.raises(LockedError), locked_outbox(bucket.outbox):
        pass
