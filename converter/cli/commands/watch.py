"""`jixiao watch`: convert again and again as filings arrive."""

import gc
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Annotated

import typer

from converter import messages
from converter.cli.app import checked_folders, existing, job_of, refusals, stoppable
from converter.cli.commands.convert import show_conversion
from converter.cli.options import Inbox, Jobs, Output, PackFolders, Password, Year

if TYPE_CHECKING:
    from converter.batch.run import Job
    from converter.cli.app import RecordOrFailure

AGAIN_SECONDS = 5.0  # until a round that was refused is tried again


def watch(
    inbox: Inbox,
    output: Output = Path("outbox"),
    pack: PackFolders = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    poll: Annotated[bool, typer.Option("--poll", help=messages.help.POLL)] = False,
) -> None:
    """Convert whenever filings have stopped changing, until stopped; print each failure once."""
    from converter.inbox import watch_inbox

    job = job_of(existing(inbox), pack, outbox=output, year=year, password=password)
    checked_folders(inbox, output)
    typer.echo(messages.runs.WATCHING.format(inbox=inbox))
    rounds = _Rounds(job, jobs)
    ignored = [job.outbox_within] if job.outbox_within else []
    with stoppable(watch_inbox(inbox, ignored, polling=poll)) as changes:
        for changing in changes:
            if changing is None:
                rounds.say(messages.runs.WATCHED_AWAY.format(inbox=inbox))
                continue
            while not rounds.do(changing):
                sleep(AGAIN_SECONDS)


class _Rounds:
    """The rounds of watching, and what the last one printed."""

    def __init__(self, job: "Job", jobs: int) -> None:
        self._job, self._jobs = job, jobs
        self._results: list[RecordOrFailure] = []
        self._said = ""

    def do(self, waiting: frozenset[str]) -> bool:
        """Convert all but the folders that are waiting; False if the outbox does not let it, or not yet."""
        from msgspec.structs import replace

        from converter.batch.run import run_filled
        from converter.errors import OutboxError
        from converter.outbox import LockedError

        job = replace(self._job, waiting=waiting)
        assert job.outbox is not None
        _drop_last_round()
        try:
            shown = show_conversion(run_filled(job, self._jobs), job, job.outbox, self._results)
        except typer.Exit:  # the pack, or what is beside the inbox, is wrong until somebody changes it
            return True
        except refusals() as refusal:
            self.say(messages.runs.WATCH_REFUSED.format(reason=refusal))
            return not isinstance(refusal, LockedError | OutboxError)  # which may pass without a change
        self._results, self._said = shown.results, ""
        return True

    def say(self, line: str) -> None:
        """Print a line on standard error, once as long as nothing else happens."""
        if line != self._said:
            typer.echo(line, err=True)
        self._said = line


def _drop_last_round() -> None:
    """Let go of what the last round read of its pack: a worker keeps that from the collector for good."""
    gc.unfreeze()
    gc.collect()
