"""Constraints over claims: what an evaluation gives, which claims it used, and which number is wrong."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from converter.figures import Outcome, Value
from converter.pack.loading import load_pack
from converter.pack.shapes.measures import Measure
from converter.verify.claims.claim import Claim, Role, paragraph_span
from converter.verify.constraints.all_constraints import evaluate_all
from converter.verify.constraints.claim_index import ClaimIndex
from converter.verify.constraints.constraint import Evaluation, evaluate
from converter.verify.constraints.effort import Effort
from converter.verify.constraints.pack_constraints import PackConstraints
from converter.verify.constraints.paragraph_constraints import total_constraints
from converter.verify.constraints.parts.part_constraints import PartConstraints
from converter.verify.constraints.parts.stated_shares import share_constraints
from converter.verify.localise.wrong_numbers import find_wrong_numbers

ONE, CENT = Decimal(1), Decimal("0.01")


def _amount(start: int, amount: int, item: str, **more: object) -> Claim:
    return Claim(
        paragraph_span(0, (start, start + 1)), str(amount), Value(Decimal(amount)), "元", "元", ONE,
        Role.AMOUNT, item, "决算", **more,  # type: ignore[arg-type]
    )  # fmt: skip


def _total(parts: tuple[int, ...], total: int) -> tuple[Claim, ...]:
    claims = tuple(_amount(number, amount, f"项目{number}") for number, amount in enumerate(parts))
    return (*claims, _amount(len(parts), total, "合计", sum_of=claims))


def _share(amount: str) -> tuple[Claim, ...]:
    part, whole = _amount(0, 1, "部分"), _amount(1, 3, "合计")
    share = Claim(
        paragraph_span(0, (2, 3)), amount, Value(Decimal(amount), CENT / 2), "%", "比", CENT, Role.SHARE,
        "部分", "占合计", "合计.决算", "决算",
    )  # fmt: skip
    return part, whole, share


@pytest.mark.parametrize(
    ("parts", "total", "outcome"), [((1, 2), 3, Outcome.HOLDS), ((1, 2), 4, Outcome.DIFFERS)]
)
def test_a_total_is_the_sum_of_its_parts(parts: tuple[int, ...], total: int, outcome: Outcome) -> None:
    claims = _total(parts, total)
    [evaluation] = evaluate_all(total_constraints(claims), Effort())
    assert evaluation.outcome is outcome
    assert evaluation.used == claims


def test_an_amount_may_be_changed_for_one_evaluation() -> None:
    *_, total = claims = _total((1, 2), 4)
    [constraint] = total_constraints(claims)
    changed = evaluate(constraint, {total: Decimal(3)})
    assert changed.outcome is Outcome.HOLDS
    assert changed.right.amount == 3
    assert evaluate(constraint).outcome is Outcome.DIFFERS


@pytest.mark.parametrize(("share", "outcome"), [("0.33", Outcome.HOLDS), ("0.36", Outcome.DIFFERS)])
def test_a_share_uses_itself_its_part_and_its_whole(share: str, outcome: Outcome) -> None:
    part, whole, claim = claims = _share(share)
    [evaluation] = evaluate_all(share_constraints(claims, ClaimIndex(claims, {}, {}), (), {}), Effort())
    assert evaluation.outcome is outcome
    assert evaluation.used == (claim, part, whole)


def test_parts_that_add_up_to_less_may_be_incomplete() -> None:
    whole = _amount(0, 10, "合计")
    assert not list(
        PartConstraints(load_pack().sentences).constraints(
            (whole, _amount(1, 4, "部分", part_of=whole, listing=1))
        )
    )


def _wrong(evaluations: list[Evaluation]) -> tuple[list[tuple[str, Decimal]], int]:
    found, unexplained = find_wrong_numbers(evaluations, lambda claim, expected, places: 0, Effort())
    return [(wrong.claim.item, wrong.expected) for wrong in found], len(unexplained)


def test_the_number_in_two_violated_constraints_is_wrong() -> None:
    first, second, third = _amount(0, 5, "甲"), _amount(1, 2, "乙"), _amount(2, 3, "丙")
    totals = (_amount(3, 3, "丁", sum_of=(first, second)), _amount(4, 4, "戊", sum_of=(first, third)))
    assert _wrong(evaluate_all(total_constraints(totals), Effort())) == ([("甲", Decimal(1))], 0)


def test_where_several_numbers_explain_equally_well_none_is_wrong() -> None:
    assert _wrong(evaluate_all(total_constraints(_total((1, 2), 4)), Effort())) == ([], 1)


@pytest.mark.parametrize(
    ("printed", "outcomes"),
    [((5,), []), ((5, 3), [Outcome.HOLDS]), ((5, 4), [Outcome.DIFFERS])],
)
def test_what_a_formula_can_do_without_is_not_nil_for_not_being_printed(
    printed: tuple[int, ...], outcomes: list[Outcome]
) -> None:
    measure = Measure(formula="公务接待费.决算 + first(因公出国境费.决算, 0)", unit="元")
    constraints = PackConstraints(replace(load_pack(), measures={"三公经费.决算": measure}, checks={}))
    items = zip(("公务接待费", "因公出国境费"), printed, strict=False)
    parts = tuple(_amount(number, amount, item) for number, (item, amount) in enumerate(items))
    total = _amount(9, 8, "三公经费")
    index = ClaimIndex((*parts, total), constraints.formulas, {})
    found = evaluate_all(constraints._formula_constraints(total, index), Effort())
    assert [evaluation.outcome for evaluation in found] == outcomes
