"""`jixiao pack`: list the packs there are, begin one, check one, see what one changes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from converter import messages
from converter.cli.app import CLEAN, ERRORS, ending_on, usage_error
from converter.cli.chinese_help import Command, Group
from converter.cli.options import argument, filled_path, pack_folder

if TYPE_CHECKING:
    from converter.pack import Difference, Meta

LONGEST = 60  # characters of an entry in a line on a difference

packs = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    options_metavar=messages.help.USAGE_OPTIONS,
    subcommand_metavar=messages.help.USAGE_COMMAND,
)
Folder = Annotated[
    Path,
    argument(
        help=messages.help.PACK_FOLDER,
        metavar=messages.help.ARGUMENT_PACK,
        parser=lambda name: pack_folder(name),
    ),
]


def _add(name: str, help: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return packs.command(name, cls=Command, help=help, options_metavar=messages.help.USAGE_OPTIONS)


@_add("list", messages.help.PACK_LIST)
def list_packs() -> None:
    """Print the packs that come with the program."""
    from converter.pack import shipped_packs

    for name, meta in shipped_packs():
        typer.echo(_description(name, meta))


@_add("new", messages.help.PACK_NEW)
def new(
    folder: Annotated[
        Path, argument(help=messages.help.PACK_NAME, metavar=messages.help.ARGUMENT_PACK, parser=filled_path)
    ],
    extends: Annotated[str, typer.Option("--extends", help=messages.help.EXTENDS)] = "base-cn",
) -> None:
    """Write a pack that extends another, its files with explanations, unless the folder exists."""
    from converter.pack import PackError, write_new_pack

    with ending_on(PackError):
        try:
            write_new_pack(folder, extends)
        except FileExistsError:
            raise usage_error(messages.packs.EXISTS.format(path=folder)) from None
    typer.echo(messages.packs.BEGUN.format(path=folder))


@_add("check", messages.help.PACK_CHECK)
def check(folder: Folder) -> None:
    """Print everything that is wrong with a pack; exit code 1 if anything is."""
    from converter.pack import PackError, load_cases, load_pack
    from converter.rehearsal import DEPARTMENTS, faults_of, reminders

    try:
        faults = list(faults_of(folder))
    except PackError as wrong:
        faults = [str(wrong)]
    for fault in faults:
        typer.echo(fault)
    if not faults:
        pack, cases = load_pack(folder), len(load_cases(folder))
        sound = messages.packs.SOUND.format(title=pack.meta.title, departments=DEPARTMENTS, cases=cases)
        typer.echo("\n".join((sound, *reminders(folder, pack))))
    raise typer.Exit(ERRORS if faults else CLEAN)


@_add("diff", messages.help.PACK_DIFF)
def diff(folder: Folder) -> None:
    """Print what a pack changes of the one it extends."""
    from converter.pack import PackError, differences

    with ending_on(PackError):
        found = list(differences(folder))
    for difference in found:
        typer.echo(_difference(difference))
    if not found:
        typer.echo(messages.packs.SAME)


def _description(name: str, meta: "Meta") -> str:
    from converter.pack import pack_label

    confidence = {"B": messages.packs.CONFIDENCE_B, "C": messages.packs.CONFIDENCE_C}
    return messages.packs.LISTED.format(
        name=name,
        title=meta.title,
        region=meta.region,
        years=pack_label(name, meta).years_in_words,
        follows=messages.phrases.AND.join(meta.follows),
        confidence=confidence.get(meta.confidence, ""),
    )


def _difference(difference: "Difference") -> str:
    """Return a line on an entry that is added, removed or changed."""
    if difference.file == "report.md":
        names = messages.phrases.AND.join(difference.after)
        blocks = messages.packs.OWN_BLOCKS.format(names=names) if names else messages.packs.WHOLE_REPORT
        return messages.packs.OWN_REPORT.format(blocks=blocks)
    wording = messages.packs.CHANGED
    if difference.before is None:
        wording = messages.packs.ADDED
    elif difference.after is None:
        wording = messages.packs.REMOVED
    place = " › ".join((difference.file, *map(str, difference.keys)))
    return wording.format(place=place, before=_short(difference.before), after=_short(difference.after))


def _short(entry: Any) -> str:
    """Return an entry in a few words."""
    if isinstance(entry, dict):
        entry = messages.phrases.AND.join(f"{key}: {_short(value)}" for key, value in entry.items())
    elif isinstance(entry, list):
        entry = messages.phrases.AND.join(map(_short, entry))
    text = str(entry)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
