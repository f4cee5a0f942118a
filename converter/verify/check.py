"""The door of the room: check one finished report, against itself and against a ledger if there is one."""

from collections.abc import Iterator
from functools import cache

from converter.document import read_contents
from converter.figures import Ledger, Outcome, Value
from converter.pack import Pack
from converter.verify import statements, wording
from converter.verify.account import Account
from converter.verify.bases import baseless
from converter.verify.checked import Checked
from converter.verify.claim import Claim, Role
from converter.verify.findings import Findings
from converter.verify.laws import Laws, agreements
from converter.verify.parts import parts, scores, shares
from converter.verify.report import Report
from converter.verify.said import Said
from converter.verify.sentences import SentenceReader
from converter.verify.tables import TableReader
from converter.verify.ties import Tie, Trial, Tying, constant, tried


class Verifier:
    """Checks reports by one pack; made once for many."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._laws = Laws(pack)
        self._said = Said(pack)
        self._footings = _footings(pack)
        self._sentences = cache(lambda year: SentenceReader(pack, year))
        self._tables = cache(lambda year: TableReader(pack, year))

    def check(self, data: bytes, file: str, ledger: Ledger | None = None) -> Checked:
        """Return what is wrong with a .docx, and what became of each number; DocumentError if it is none."""
        report = Report(read_contents(data))
        claims = self._claims(report)
        account = Account(claims, self._laws.formulas, self._footings)
        trials = _trials(self._ties(claims, account, ledger))
        rates = baseless(claims, account, self._pack.sentences)
        patterns = self._sentences(report.year).patterns
        findings = Findings(report, claims, account, trials, rates, self._said, patterns)
        found = [
            *findings.remarks(),
            *wording.residue(report, patterns),
            *wording.years(report, patterns, claims),
            *wording.sections(report, patterns),
            *statements.reasons(report, claims, account, patterns),
            *statements.unmoved(report, patterns),
            *statements.budgets(report, claims, account, patterns),
            *statements.grades(report, claims, patterns, self._pack),
        ]
        return Checked(
            file, report.year, report.title, sorted(found, key=lambda each: each.spots[0]), findings.numbers()
        )

    def _claims(self, report: Report) -> list[Claim]:
        """Return every number of the report as a claim, in reading order."""
        sentences, tables = self._sentences(report.year), self._tables(report.year)
        claims = [claim for index, text in report.passages() for claim in sentences.claims(index, text)]
        for index, table, above in report.tables():
            claims += tables.claims(index, table, above)
        return sorted(claims, key=lambda each: each.spot)

    def _ties(self, claims: list[Claim], account: Account, ledger: Ledger | None) -> Iterator[Tie]:
        yield from self._laws.ties(claims, account)
        yield from agreements(account)
        yield from shares(claims, account)
        yield from parts(claims)
        yield from scores(claims, self._pack)
        if ledger:
            yield from _held_against(ledger, claims)


def _held_against(ledger: Ledger, claims: list[Claim]) -> Iterator[Tie]:
    """Yield a tie of each claim with the figure of the workbooks."""
    for claim in claims:
        figure = ledger.find(claim.id) if claim.id and not claim.aside else None
        if figure is not None and figure.value is not None and figure.unit == claim.base:
            rate = claim.role in (Role.RATE, Role.SHARE)
            sides = constant(claim, Value(figure.value))
            yield Tie(Tying.DATA, str(figure.origin), sides, claim, quotient=rate)


def _trials(ties: Iterator[Tie]) -> list[Trial]:
    """Return how each tie turned out; ties that say the same of the same claims count once."""
    found: dict[object, Trial] = {}
    for tie in ties:
        trial = tried(tie)
        if trial.outcome is not Outcome.NOT_EVALUABLE and trial.used:
            found.setdefault(trial.key, trial)
    return list(found.values())


def _footings(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Return, for every item, those of the same name on another footing."""
    pairs = [pair for renamed in pack.sentences.within.values() for pair in renamed.items()]
    return {item: tuple(other for each, other in pairs if each == item) for item, _ in pairs}
