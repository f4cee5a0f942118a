"""Try a pack: a report of it must be laid out, read back and hold; and its cases must come out."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest
from pathlib import Path

from converter import messages
from converter.document.write import Skeleton
from converter.errors import Failure, attempt
from converter.figures import Ledger, Severity
from converter.narrative.blocks import Annex, Attachments, Block, Heading, Signature
from converter.narrative.narrator import Narrator, template_errors
from converter.pack import Amounts, Pack, load_cases, load_to_check
from converter.rehearsal.cases import wrong_cases
from converter.rehearsal.made_up import made_up
from converter.rules import Rules
from converter.trace import build_trail
from converter.verify.submitted import CheckedReport, Verifier

_ENDS = (Heading, Annex, Attachments, Signature, type(None))  # of a section


def faults_of(root: Path) -> Iterator[str]:
    """Yield what is wrong with the pack in a folder, a Chinese line each; PackError if it can't be read.

    A pack without faults is tried on departments made up, and on its cases.
    """
    pack, errors = load_to_check(root)
    errors += template_errors(pack)
    yield from map(str, errors)
    if not errors:
        yield from _rehearsed(pack)
        yield from wrong_cases(load_cases(root), Rules(pack), Amounts(pack), pack)


def _rehearsed(pack: Pack) -> Iterator[str]:
    """Yield what goes wrong with reports of departments made up: each must be laid out and read back."""
    rules, narrator, skeleton = Rules(pack), Narrator(pack), Skeleton(pack.style, has_cover=pack.has_cover)
    verifier, amounts = Verifier(pack), Amounts(pack)

    def checked(name: str, ledger: Ledger) -> tuple[CheckedReport, Sequence[Block]]:
        assessment = rules.judge(ledger)
        judged = ledger.with_figures(assessment.figures)
        report = narrator.narrate(judged, assessment)
        trail = build_trail(report.blocks, judged, pack, amounts, ())
        written = verifier.open(skeleton.render(report.blocks, trail))
        return verifier.check(written, name), report.blocks

    bare = set[str]()
    for name, ledger in made_up(pack):
        result = attempt(name, partial(checked, name, ledger))
        if isinstance(result, Failure):
            yield messages.packs.NOT_LAID_OUT.format(department=name, reason=result.message)
            continue
        check, blocks = result
        for heading in empty_sections(blocks):
            if heading not in bare:
                bare.add(heading)
                line = _line_of(heading, pack.report.text)
                yield str(pack.report.error(line, messages.packs.EMPTY_SECTION.format(department=name)))
        if name == messages.packs.MADE_UP_NIL:
            yield from _contradictions(check, pack)


def empty_sections(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the headings, without their numbers, of sections in which there is nothing."""
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Heading):
            is_above = isinstance(following, Heading) and following.level > block.level
            if not is_above and isinstance(following, _ENDS):
                yield "".join(run.text for run in block.runs[1:])


def _line_of(heading: str, text: str) -> int:
    lines = [line.lstrip("# ").rstrip() for line in text.split("\n")]
    return lines.index(heading) + 1 if heading in lines else 1


def _contradictions(checked: CheckedReport, pack: Pack) -> Iterator[str]:
    """Yield what verify finds wrong with a report in which all is nil; rates of nothing it lacks."""
    for finding in checked.findings:
        if finding.severity is Severity.ERROR and finding.code not in pack.sentences.residue:
            yield messages.packs.CONTRADICTED.format(
                where=finding.where, printed=finding.printed, because=finding.because
            )
