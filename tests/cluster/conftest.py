"""A cluster on this machine: a scheduler, two workers and an S3 server, each a process of its own."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.batch.conftest import small_inbox, template

__all__ = ["small_inbox", "template"]
PATIENCE = 60
_buckets = count(1)


class Cluster(NamedTuple):
    """Where the scheduler listens, its process, and the workers' processes."""

    scheduler: str
    head: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


def _free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        return int(any_port.getsockname()[1])


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _answers(port: int) -> bool:
    with socket.socket() as visitor:
        return visitor.connect_ex(("127.0.0.1", port)) == 0


Start = Callable[..., subprocess.Popen[bytes]]


@contextmanager
def _starting() -> Iterator[Start]:
    """Start Python modules as processes that end with the block."""
    with ExitStack() as started:

        def begin(*arguments: str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                [sys.executable, "-m", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            started.callback(process.wait)
            started.callback(process.kill)
            return process

        yield begin


@pytest.fixture
def start() -> Iterator[Start]:
    """Start a Python module as a process that ends with the test."""
    with _starting() as start:
        yield start


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """An S3 server for all tests; its address."""
    port = _free_port()
    with _starting() as start:
        start("moto.server", "-H", "127.0.0.1", "-p", str(port))
        until(lambda: _answers(port))
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def s3(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a bucket of the test's own; the first upload makes it."""
    for name, value in {
        "AWS_ENDPOINT_URL": s3_server,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    return f"s3://bureau{next(_buckets)}"


@pytest.fixture
def cluster(start: Start) -> Cluster:
    """A scheduler and two workers, started in the test's environment."""
    port = _free_port()
    head = start(*f"dask scheduler --host 127.0.0.1 --port {port} --no-dashboard".split())
    until(lambda: _answers(port))
    arguments = f"dask worker tcp://127.0.0.1:{port} --nthreads 1 --no-nanny --no-dashboard"
    return Cluster(f"tcp://127.0.0.1:{port}", head, [start(*arguments.split()) for _ in range(2)])


def upload(folder: Path, target: str) -> None:
    """Put a folder into a bucket, which is made if it is not there."""
    import s3fs

    files = s3fs.S3FileSystem(skip_instance_cache=True)
    bucket = target.removeprefix("s3://").partition("/")[0]
    if not files.exists(bucket):
        files.mkdir(bucket)
    files.put(f"{folder}/", target.removeprefix("s3://") + "/", recursive=True)


def download(source: str, folder: Path) -> Path:
    """Fetch a bucket's folder."""
    import s3fs

    files = s3fs.S3FileSystem(skip_instance_cache=True)
    root = source.removeprefix("s3://")
    for name in files.find(root):
        target = folder / name.removeprefix(f"{root}/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(files.cat_file(name))
    return folder
