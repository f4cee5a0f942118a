"""Waiting for what machines do, and saying what is waited for."""

from typing import TYPE_CHECKING, Any

from converter import messages
from converter.cluster.storage import PATIENCE_SECONDS, Say

if TYPE_CHECKING:
    from distributed import Client, Future

ANSWER_SECONDS = 5  # in which a scheduler that is at work says who it is


class Patience:
    """Waits for futures of a client; each new thing it waits for is said in a line."""

    def __init__(self, client: "Client", address: str, say: Say) -> None:
        self._client, self._address, self._say = client, address, say
        self._said = ""

    def wait_for(self, future: "Future[Any]") -> None:
        """Return once a future is done, whatever came of it."""
        from distributed import TimeoutError as NotYet
        from distributed import wait

        while True:
            try:
                wait([future], timeout=PATIENCE_SECONDS)  # type: ignore[no-untyped-call]
            except NotYet:
                self._say_once(self._awaited())
            else:
                return

    def _awaited(self) -> str:
        scheduler = self._client.scheduler
        assert scheduler is not None  # the client is connected
        try:
            known = self._client.sync(scheduler.identity, callback_timeout=ANSWER_SECONDS)  # type: ignore[no-untyped-call]
        except OSError:  # no answer in time is one
            return messages.runs.WAITING_FOR_SCHEDULER.format(address=self._address)
        count = known["n_workers"]
        words = messages.runs.WAITING_FOR_RESULTS if count else messages.runs.WAITING_FOR_WORKERS
        return words.format(count=count, address=self._address)

    def _say_once(self, line: str) -> None:
        if line != self._said:
            self._say(line)
        self._said = line
