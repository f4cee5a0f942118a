"""`jixiao check`: every department's findings, and nothing written."""

from typing import TYPE_CHECKING

import typer

from converter import messages
from converter.cli.app import exit_code, judged, print_json
from converter.cli.listing import ListFormat, ListFormatOption, ListOutput, check_output, write_list
from converter.cli.options import Inbox, Jobs, PackFolders, Password, Year

if TYPE_CHECKING:
    from converter.cli.app import RecordOrFailure
    from converter.outbox import Record


def check(
    inbox: Inbox,
    pack: PackFolders = None,
    year: Year = 0,
    jobs: Jobs = 0,
    password: Password = "",
    format: ListFormatOption = ListFormat.TEXT,
    output: ListOutput = None,
) -> None:
    """Print every department's findings, and write nothing."""
    from converter.api.department_rows import finding_rows
    from converter.cli.department_json import findings_data

    check_output(format, output)
    results = judged(inbox, pack, year, jobs, password)
    if format is ListFormat.JSON:
        print_json("departments", results, findings_data)
    elif format is not ListFormat.TEXT:
        write_list(results, finding_rows, messages.screen.FINDING_COLUMNS, format, output, pack)
    else:
        _show(results)
    raise typer.Exit(exit_code(results))


def _show(results: "list[RecordOrFailure]") -> None:
    from converter.cli.departments import show_result, show_summary
    from converter.outbox import Record

    for result in results:
        show_result(result)
        if isinstance(result, Record):
            _show_findings(result)
    show_summary(results)


def _show_findings(record: "Record") -> None:
    """Print the findings, the gravest first; what could not be checked is only counted."""
    from converter.cli.screen import coloured, severity_word
    from converter.conversion import checklist_line
    from converter.figures import Outcome, Severity

    unchecked = 0
    for severity in Severity:
        for finding in (finding for finding in record.findings if finding.severity is severity):
            if severity is Severity.NOTE and finding.outcome is Outcome.NOT_EVALUABLE:
                unchecked += 1
            else:
                typer.echo(f"  {severity_word(severity)} {checklist_line(finding)}")
    if unchecked:
        typer.echo(f"  {coloured('dim', messages.screen.UNCHECKED.format(count=unchecked))}")
