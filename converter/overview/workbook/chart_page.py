"""The sheet of charts: how ready the reports are, and which rules most departments break."""

from converter import messages
from converter.overview.builder import Overview
from converter.overview.workbook.cohort_sheet import COUNTED, cohorts
from converter.overview.workbook.list_sheets import rules
from converter.workbooks.write import Chart, ChartPage, Series, Tone

HEADS = messages.overview.HEADS
MOST_RULES, MOST_COHORTS = 10, 20
TONES = (Tone.GOOD, Tone.WARN, Tone.BAD)  # of those counted, in their order


def chart_page(overview: Overview) -> ChartPage:
    """Return the sheet of charts, of what the other sheets say."""
    name = messages.overview.SHEETS["charts"]
    by_cohort, by_rule = cohorts(overview), rules(overview)
    readiness = [
        Series(messages.overview.READINESS[each], tone) for each, tone in zip(COUNTED, TONES, strict=True)
    ]
    charts = [
        Chart(
            messages.overview.CHARTS["readiness"],
            by_cohort,
            (HEADS["year"], HEADS["pack"]),
            readiness,
            min(len(by_cohort.rows), MOST_COHORTS),
        ),
        Chart(
            messages.overview.CHARTS["rules"],
            by_rule,
            (HEADS["rule"], HEADS["rule"]),
            [Series(HEADS["departments"], Tone.WARN)],
            min(len(by_rule.rows), MOST_RULES),
        ),
    ]
    title = messages.overview.SHEET_TITLE.format(subject=overview.subject, sheet=name)
    return ChartPage(name, title, [chart for chart in charts if chart.rows])
