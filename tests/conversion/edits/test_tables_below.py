"""A table right below another, with no line between, is a table of its own."""

from converter.conversion.edits.segments import segments_of_lines
from converter.trace import GeneratedLine, LineKind


def test_tables_with_nothing_between_are_two() -> None:
    lines = [GeneratedLine(LineKind.ROW, row) for row in ("甲\t1", "乙\t2", "甲\t1\t2", "乙\t\t3")]
    assert [segment.rows for segment in segments_of_lines(lines)] == [
        (("甲", "1"), ("乙", "2")),
        (("甲", "1", "2"), ("乙", "", "3")),
    ]
