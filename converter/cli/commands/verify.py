"""`jixiao verify`: finished reports checked number by number."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from converter import messages
from converter.cli.app import ending_on, exit_code, loaded, print_json
from converter.cli.options import Jobs, PackFolders, Password, argument, filled_path

if TYPE_CHECKING:
    from converter.errors import Failure
    from converter.pack import Pack
    from converter.verify.submitted import CheckedReport


class VerifyFormat(StrEnum):
    """How findings are given out: printed, as a workbook, as comments in copies of the reports, as pages."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"
    DOCX = "docx"
    HTML = "html"


def verify(
    places: Annotated[
        list[Path],
        argument(help=messages.help.REPORTS, metavar=messages.help.ARGUMENT_REPORTS, parser=filled_path),
    ],
    data: Annotated[
        Path | None, typer.Option(help=messages.help.DATA, show_default=False, parser=filled_path)
    ] = None,
    format: Annotated[
        VerifyFormat, typer.Option("--format", help=messages.help.VERIFY_FORMAT)
    ] = VerifyFormat.TEXT,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help=messages.help.VERIFY_OUTPUT, show_default=False, parser=filled_path
        ),
    ] = None,
    pack: PackFolders = None,
    password: Password = "",
    jobs: Jobs = 0,
) -> None:
    """Check finished reports, number by number."""
    from converter.batch.verification import Verification
    from converter.batch.verification import verify as checked
    from converter.errors import ReadError
    from converter.pack import PackError
    from converter.verify.submitted import checked_data

    folder = output or Path()
    copies = folder if format is VerifyFormat.DOCX else None
    pages = folder if format is VerifyFormat.HTML else None
    job = Verification(tuple(pack or ()), places, data, password, copies, pages)
    with ending_on(PackError, ReadError):
        results = list(checked(job, jobs))
    if format is VerifyFormat.JSON:
        print_json("reports", results, checked_data)
    else:
        _show(results)
    if format is VerifyFormat.XLSX:
        _write(results, output or Path(messages.verify.CHECKED_FILE), loaded(pack[0] if pack else None))
    raise typer.Exit(exit_code(results))


def _write(results: "Sequence[CheckedReport | Failure]", path: Path, pack: "Pack") -> None:
    from converter.errors import OutboxError
    from converter.verify.checked_workbook import write_checked

    with ending_on(OutboxError):
        write_checked(results, path, pack.style.workbooks.checked)
    typer.echo(messages.verify.CHECKED_WRITTEN.format(path=path))


def _show(results: "Sequence[CheckedReport | Failure]") -> None:
    """Print each report's findings, what failed, and a closing line."""
    from converter.cli.screen import show_failure
    from converter.errors import Failure
    from converter.verify.submitted import counts_words

    reports = [result for result in results if not isinstance(result, Failure)]
    failures = [result for result in results if isinstance(result, Failure)]
    for report in reports:
        _show_report(report)
    for failure in failures:
        show_failure(failure)
    typer.echo(counts_words(reports, len(failures)))


def _show_report(report: "CheckedReport") -> None:
    """Print how much of a report was checked, its findings, the gravest first, and where its copy is."""
    from converter.cli.screen import coloured, severity_word
    from converter.figures import Severity
    from converter.verify.submitted import (
        data_words,
        finding_words,
        not_read_words,
        numbers_words,
        verdict_words,
    )

    line = messages.verify.VERIFIED.format(
        mark=verdict_words(report), file=report.file, numbers=numbers_words(report)
    )
    typer.echo(coloured("red" if report.errors else "green" if report.is_mostly_checked else "yellow", line))
    if parts := not_read_words(report):
        typer.echo(f"  {messages.verify.NOT_READ.format(parts=parts)}")
    if data := data_words(report):
        typer.echo(f"  {data}")
    for severity in Severity:
        for finding in (finding for finding in report.findings if finding.severity is severity):
            typer.echo(f"  {severity_word(severity)} {finding_words(finding)}")
    if report.copy:
        is_page = report.copy.endswith(".html")
        words = messages.verify.PAGE_WRITTEN if is_page else messages.verify.COPY_WRITTEN
        typer.echo(words.format(path=report.copy))
