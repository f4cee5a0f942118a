"""One figure read from several forms is the same in each (`agree`, `forms`).

The first filled reading, in the order of `forms`, is compared with every other. It is silent where they
agree as far as the printed digits tell, and does not apply where fewer than two of the forms give the figure.
A blank reading can't be evaluated.
"""

from collections.abc import Iterator

from converter.figures import Ledger
from converter.rules.checks.comparison import equality
from converter.rules.checks.compiled import CompiledCheck
from converter.rules.checks.result import CheckResult


def agreement(compiled: CompiledCheck, ledger: Ledger) -> Iterator[CheckResult]:
    """Yield the result for every reading but the first."""
    readings = ledger.readings.get(compiled.check.agree, {})
    filed = [readings[form] for form in compiled.check.forms if form in readings]
    filed.sort(key=lambda figure: figure.value is None)
    for other in filed[1:]:
        yield equality(compiled, filed[0], [other])
