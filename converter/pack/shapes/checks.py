"""Shape of checks.yaml: what must hold between figures. Expressions stay text; `rules` compiles them."""

from converter.figures import Severity
from converter.pack.files.validation import UnfitError
from converter.pack.shapes.shape import Shape, TextList


class Check(Shape):
    """What must hold between figures, stated in exactly one of six ways.

    `equation`: over figures; with `rows`, over the columns of every detail row of that group or row of that
    list. With `asks` it is a condition: in a row for which it holds, that column of words is filled in.
    `hierarchy`: in that group of detail rows, every code is the sum of the codes below it, column by column.
    `agree`: a figure read from several `forms` is the same in each.
    `budget_units`: each of these amounts is, for the whole department, the sum over its budget units.
    `same_rows`: top rows of the same name are the same in these two `group.column`.
    `within`: rows of the same code hold no more in the first of these two `group.column` than in the second.

    `rule` says in one sentence of Chinese what should hold; `issued_by` and `document_no` are the authority
    and the circular behind it, `source` is what else is to be said of that.
    """

    rule: str
    equation: str = ""
    rows: str = ""
    asks: str = ""
    hierarchy: str = ""
    agree: str = ""
    forms: TextList = ()
    budget_units: TextList = ()
    same_rows: TextList = ()
    within: TextList = ()
    when: str = ""
    severity: Severity = Severity.ERROR
    hint: str = ""
    issued_by: str = ""
    document_no: str = ""
    source: str = ""

    def validate(self) -> None:
        """Raise an UnfitError unless one way is stated, and whole."""
        ways = (self.equation, self.hierarchy, self.agree, self.budget_units, self.same_rows, self.within)
        if sum(map(bool, ways)) != 1:
            raise UnfitError("one_kind")
        if any(len(columns) not in (0, 2) for columns in (self.same_rows, self.within)):
            raise UnfitError("one_kind")
        if self.asks and not (self.rows and self.equation):
            raise UnfitError("one_kind")
        if bool(self.agree) != (len(self.forms) > 1):
            raise UnfitError("one_kind")
