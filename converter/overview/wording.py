"""Sentences that the workbook, the page and the command line share."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from converter import messages
from converter.figures import printed
from converter.overview.builder import Overview
from converter.overview.outliers import Outlier
from converter.pack import Unit

DEPARTMENTS_NAMED = 5  # beside a rule; the list of findings has them all


def counts_in_words(words: Iterable[str]) -> str:
    """Return how often each word occurs, the most frequent first."""
    return messages.phrases.AND.join(
        messages.overview.WORD_COUNT.format(word=word, count=count)
        for word, count in Counter(words).most_common()
    )


def filing_summary(overview: Overview) -> str:
    """Return what is wrong about who filed what, counted by kind; or that nothing is, or can be known."""
    issues = counts_in_words(messages.overview.FILING_ISSUES[issue.kind] for issue in overview.filing_issues)
    if overview.has_roster:
        return issues or messages.overview.ALL_FINE
    return messages.overview.AND_THEN.join(filter(None, (messages.overview.NO_ROSTER, issues)))


def outlier_reason(outlier: Outlier, unit: Unit) -> str:
    """Return in a sentence why a value is out of the ordinary, printed in a unit."""
    peers = outlier.peers
    group = messages.phrases.AND.join(filter(None, (peers.level, peers.kind)))
    return messages.overview.OUTLIER.format(
        label=outlier.label,
        value=_with_unit(outlier.value, unit),
        side=messages.overview.SIDES[outlier.value > peers.median],
        peers=messages.overview.PEERS.format(group=group) if group else messages.overview.ALL_PEERS,
        count=peers.size,
        median=_with_unit(peers.median, unit),
        gap=_with_unit(abs(outlier.value - peers.median), unit),
        distance=printed(outlier.distance, Decimal(1), 1),
    )


def _with_unit(value: Decimal, unit: Unit) -> str:
    return printed(value, unit.scale, unit.digits) + (unit.sign or unit.suffix)


def first_named(departments: Sequence[str]) -> str:
    """Return the first departments of a list, and how many there are if there are more."""
    names = messages.phrases.AND.join(departments[:DEPARTMENTS_NAMED])
    if len(departments) <= DEPARTMENTS_NAMED:
        return names
    return messages.overview.AND_OTHERS.format(names=names, count=len(departments))
