"""Slips of the pen: from the right amount to what is in the cell instead; None where they are the same."""

from collections.abc import Callable
from decimal import Decimal


def _transposed(amount: Decimal) -> Decimal | None:
    digits = f"{amount:.2f}"
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and "." not in digits[at : at + 2]:
            return Decimal(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
    return None


def _digit(amount: Decimal) -> Decimal:
    return amount + (1 if f"{amount:.0f}"[-1] != "9" else -1)


SLIPS: dict[str, Callable[[Decimal], Decimal | str | None]] = {
    "两位颠倒": _transposed,
    "一位写错": _digit,
    "正负号": lambda amount: -amount,
    "多写一位": lambda amount: Decimal(f"{amount:.2f}"[:1] + f"{amount:.2f}"),
    "漏写一位": lambda amount: Decimal(f"{amount:.2f}"[1:]),
    "差一万倍": lambda amount: amount * 10000,
    "差一千倍": lambda amount: amount / 1000,
    "改成文字": lambda amount: "详见附表",
    "漏填": lambda amount: "",
}
