"""Shape of checks.yaml: what must hold between figures. Expressions stay text; `rules` compiles them."""

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from converter.figures import Severity
from converter.pack.shape import Shape, TextList


class Check(Shape):
    """An equation that must hold. Exactly one of six kinds:

    `equation` over figures (with `rows`: over the columns of every line of that group);
    `hierarchy`: in that group of coded lines every parent is the sum of its children, column by
    column; `agree`: a figure read from several `forms` is the same in each; `units`: each of these amounts
    is, for the whole department, the sum over its units; `lines`: top lines of the same name are the same
    in these two `group.column`.
    """

    because: str
    equation: str = ""
    rows: str = ""
    hierarchy: str = ""
    agree: str = ""
    forms: TextList = ()
    units: TextList = ()
    lines: TextList = ()
    when: str = ""
    severity: Severity = Severity.ERROR
    hint: str = ""
    source: str = ""

    @model_validator(mode="after")
    def _one_kind(self) -> "Check":
        if sum(map(bool, (self.equation, self.hierarchy, self.agree, self.units, self.lines))) != 1:
            raise PydanticCustomError("one_kind", "equation | hierarchy | agree | units | lines")
        if len(self.lines) not in (0, 2):
            raise PydanticCustomError("one_kind", "lines: [., .]")
        if bool(self.agree) != (len(self.forms) > 1):
            raise PydanticCustomError("one_kind", "agree + forms")
        return self
