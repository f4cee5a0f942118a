"""What the page shows of every department."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from converter import messages
from converter.conversion import Part, checklist_line, explained_message, part_of
from converter.figures import Finding, exact_text, half_up
from converter.overview.builder import Overview
from converter.overview.cohorts import Cohort
from converter.overview.department_columns import COLUMNS
from converter.overview.next_steps import next_steps
from converter.overview.page.records import (
    PageChart,
    PageCohort,
    PageColumn,
    PageDepartment,
    PageDetails,
    PageFigure,
    PageFinding,
    PageIndex,
    PageRule,
    PageStep,
    PageTotal,
)
from converter.overview.rows import DepartmentRow
from converter.overview.wording import outlier_reason
from converter.pack import OverviewColumn

CHUNK = 100  # departments whose details are unpacked together, when one of them is looked at
PAGE_COLUMNS = tuple(column for column in COLUMNS if column.on_page)


class PageData:
    """An overview as what is embedded in the page: an index, and details in chunks."""

    def __init__(self, overview: Overview) -> None:
        self._overview = overview
        self._shapes = overview.columns
        self._cohorts = {(each.year, each.label): at for at, each in enumerate(overview.cohorts)}
        self._findings = [_gravest_first(row) for row in overview.rows]
        self._rules: dict[tuple[str, str], int] = {}
        for findings in self._findings:
            for finding in findings:
                self._rules.setdefault((finding.code, part_of(finding).value), len(self._rules))
        # Both by the identity of a row: two filings may have one name.
        self._reasons: dict[int, dict[str, str]] = {}
        for outlier in overview.outliers:
            reason = outlier_reason(outlier, overview.unit_of(outlier.label))
            self._reasons.setdefault(id(outlier.row), {})[outlier.label] = reason
        self._issues: dict[int, list[str]] = {}
        for issue in overview.filing_issues:
            text = messages.overview.PAGE_ISSUE.format(
                issue=messages.overview.FILING_ISSUES[issue.kind], explanation=issue.explanation
            )
            self._issues.setdefault(id(issue.row), []).append(text)

    def index(self) -> PageIndex:
        """Return what the page needs at once."""
        overview = self._overview
        departments = [
            self._department(row, findings)
            for row, findings in zip(overview.rows, self._findings, strict=True)
        ]
        hits = Counter(rule for department in departments for rule in department.rules)
        return PageIndex(
            title=messages.overview.PAGE_TITLE.format(subject=overview.subject),
            scope=messages.overview.PAGE_SCOPE.format(title=overview.titles or overview.pack.label),
            notices=[*overview.faults, *(note for row in overview.strays for note in row.notes)],
            words={
                "readiness": messages.overview.READINESS,
                "severities": messages.filing.SEVERITIES,
                "matches": messages.overview.MATCHES,
                "steps": messages.overview.STEPS,
            },
            columns=[
                PageColumn(
                    column.key,
                    messages.overview.PAGE_HEADS[column.key],
                    column.kind.value,
                    column.optional,
                    column.varied,
                )
                for column in PAGE_COLUMNS
            ],
            figures=[_figure(label, shape, overview) for label, shape in self._shapes.items()],
            cohorts=list(map(self._cohort, overview.cohorts)),
            rules=[
                PageRule(number, code, severity, hits[number])
                for (code, severity), number in self._rules.items()
            ],
            steps=[
                PageStep(step.kind.value, step.department, step.reason, step.notice)
                for step in next_steps(overview)
            ],
            departments=departments,
            chunk=CHUNK,
        )

    def chunks(self) -> Iterator[list[PageDetails]]:
        """Yield the details of the departments, some at a time, in the order of the index."""
        rows = self._overview.rows
        for start in range(0, len(rows), CHUNK):
            yield [
                self._details(row, findings)
                for row, findings in zip(
                    rows[start : start + CHUNK], self._findings[start : start + CHUNK], strict=True
                )
            ]

    def _cohort(self, cohort: Cohort) -> PageCohort:
        totals = [
            PageTotal(
                total.label,
                self._printed(total.sum.value, total.label),
                total.match.value if cohort.has_bureau else "",
                list(total.excluded),
            )
            for total in cohort.totals
        ]
        readiness = {key.value: count for key, count in cohort.readiness.items()}
        return PageCohort(cohort.year, str(cohort.label), len(cohort.rows), readiness, totals)

    def _department(self, row: DepartmentRow, findings: list[Finding]) -> PageDepartment:
        return PageDepartment(
            columns={column.key: column.fact(row) for column in PAGE_COLUMNS},
            cohort=self._cohorts.get(row.cohort, -1) if row.is_processed else -1,
            code=row.code,
            search_words=" ".join(filter(None, [*row.aliases, row.parent])),
            figures={label: self._printed(row.figure(label).value, label) for label in self._shapes},
            outliers=list(self._reasons.get(id(row), ())),
            rules=sorted({self._rule(finding) for finding in findings}),
        )

    def _details(self, row: DepartmentRow, findings: list[Finding]) -> PageDetails:
        return PageDetails(
            year=row.year,
            pack=str(row.pack),
            parent=row.parent,
            score="" if row.score is None else exact_text(row.score),
            sources={label: row.figure(label).source for label in self._shapes},
            reasons=self._reasons.get(id(row), {}),
            findings=[self._finding(finding) for finding in findings],
            missing=(*map(checklist_line, row.findings_in(Part.SUPPLY)), *row.missing),
            outputs=row.outputs,
            files=row.files,
            notes=[*row.notes, *self._issues.get(id(row), ())],
        )

    def _finding(self, finding: Finding) -> PageFinding:
        return PageFinding(
            rule=self._rule(finding),
            cells=[f"{cell} = {cell.text or messages.phrases.BLANK}" for cell in finding.cells],
            message=explained_message(finding),
            hint=finding.hint,
            expected=finding.expected,
            actual=finding.actual,
        )

    def _rule(self, finding: Finding) -> int:
        return self._rules[finding.code, part_of(finding).value]

    def _printed(self, value: Decimal | None, label: str) -> float | None:
        """Return a value rounded as its column prints it, in the column's unit."""
        unit = self._overview.unit_of(label)
        return None if value is None else float(half_up(value / unit.scale, unit.digits))


def _gravest_first(row: DepartmentRow) -> list[Finding]:
    order = list(Part)
    found = row.findings_in(Part.ERROR, Part.WARNING, Part.EXPLAINED, Part.NOTE)
    return sorted(found, key=lambda finding: order.index(part_of(finding)))


def _figure(label: str, shape: OverviewColumn, overview: Overview) -> PageFigure:
    unit, chart = overview.unit_of(label), shape.chart
    bounds = PageChart(float(chart.least), float(chart.most), chart.bars) if chart else None
    return PageFigure(label, unit.sign or shape.unit, shape.group, unit.digits, unit.trim, bounds)
