"""A cluster on this machine: a scheduler, two workers and an S3 server, each a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from tests.batch.conftest import small_inbox, template

__all__ = ["small_inbox", "template"]
PATIENCE = 60
_buckets = count(1)


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


class Cluster:
    """A scheduler, where it listens, and two workers, each a process of its own in a given environment."""

    def __init__(self, start: Start, environment: dict[str, str]) -> None:
        self._start, self._environment = start, environment
        self.scheduler = ""
        self.head: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def complete(self) -> None:
        """Start what is not there, or no longer."""
        if self.head is None or self.head.poll() is not None:
            port = _free_port()
            self.scheduler, self.workers = f"tcp://127.0.0.1:{port}", []
            self.head = self._begin(f"dask scheduler --host 127.0.0.1 --port {port}")
            until(lambda: _answers(port))
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        while len(self.workers) < 2:
            self.workers.append(self._begin(f"dask worker {self.scheduler} --nthreads 1 --no-nanny"))

    def _begin(self, module: str) -> subprocess.Popen[bytes]:
        return self._start(f"{module} --no-dashboard", **self._environment)


@pytest.fixture(scope="package")
def start() -> Iterator[Start]:
    """Start a Python module as a process that ends with the tests of this package."""
    with ExitStack() as started:

        def begin(arguments: str, **environment: str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                [sys.executable, "-m", *arguments.split()],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **environment},
            )
            started.callback(process.wait)
            started.callback(process.kill)
            return process

        yield begin


@pytest.fixture(scope="package")
def s3_environment(start: Start) -> dict[str, str]:
    """Start an S3 server for these tests; the environment of those who use it."""
    port = _free_port()
    start(f"moto.server -H 127.0.0.1 -p {port}")
    until(lambda: _answers(port))
    return {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }


@pytest.fixture
def s3(s3_environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a bucket of the test's own; the first upload makes it."""
    for name, value in s3_environment.items():
        monkeypatch.setenv(name, value)
    return f"s3://bureau{next(_buckets)}"


@pytest.fixture(scope="package")
def lasting_cluster(start: Start, s3_environment: dict[str, str]) -> Cluster:
    return Cluster(start, s3_environment)


@pytest.fixture
def cluster(lasting_cluster: Cluster) -> Cluster:
    """A scheduler and two workers, who know the S3 server; what an earlier test killed is started anew."""
    lasting_cluster.complete()
    return lasting_cluster


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
