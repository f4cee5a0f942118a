"""The files of one submission, read by the words of the packs that its departments need."""

from typing import TYPE_CHECKING

from converter.inbox import Department, SplitSubmission, Submission, split_by_department

if TYPE_CHECKING:
    from converter.conversion import Conversion


class Readings:
    """Reads a submission once for each pack: forms and supplements differ from pack to pack."""

    def __init__(self, submission: Submission, year: int) -> None:
        self.submission, self._year = submission, year
        self._splits: dict[int, SplitSubmission] = {}

    def by(self, conversion: "Conversion") -> SplitSubmission:
        """Return the departments in the submission, as the pack of a conversion reads them."""
        if id(conversion) not in self._splits:
            with conversion.stopwatch.at("open"):
                split = split_by_department(self.submission, conversion.reader, self._year)
            self._splits[id(conversion)] = split
        return self._splits[id(conversion)]

    def of(self, department: Department, conversion: "Conversion") -> Department:
        """Return a department as a conversion's pack reads it; unchanged if that does not find it."""
        found = (each for each in self.by(conversion).departments if each.name == department.name)
        return next(found, department)
