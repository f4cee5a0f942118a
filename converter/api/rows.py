"""Rows of one type, and what could not be done."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import astuple

from converter.errors import Failure

if TYPE_CHECKING:
    from pandas import DataFrame

Row = TypeVar("Row", bound=Struct)
Result = TypeVar("Result")


class Rows(Struct, Generic[Row], frozen=True):
    """Typed rows in the order of the inbox, and the files and departments that failed."""

    row_type: type[Row]
    rows: tuple[Row, ...]
    failures: tuple[Failure, ...] = ()

    @classmethod
    def of(
        cls,
        row_type: type[Row],
        results: Iterable[Result | Failure],
        rows_of: Callable[[Result], Iterable[Row]],
    ) -> "Rows[Row]":
        """Return the rows that `rows_of` makes of every result that is no failure."""
        rows: list[Row] = []
        failures: list[Failure] = []
        for result in results:
            if isinstance(result, Failure):
                failures.append(result)
            else:
                rows.extend(rows_of(result))
        return cls(row_type, tuple(rows), tuple(failures))

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def to_frame(self) -> "DataFrame":
        """Return a data frame with a column a field; amounts stay Decimal, and blank is None."""
        from pandas import DataFrame

        names = self.row_type.__struct_fields__
        return DataFrame([astuple(row) for row in self.rows], columns=list(names))
