"""What the last run knew of the departments of a submission."""

from msgspec import Struct

from converter.outbox import Record, StoredResult


class LastRun(Struct, frozen=True):
    """What is stored of a submission, and the names of the departments that are in it now."""

    result: StoredResult | None
    names: list[str]

    def record_of(self, department: str, year: int) -> Record | None:
        """Return the last record of a department; of one with another name if both are alone in the files."""
        if self.result is None:
            return None
        records = [record for record in self.result.records if record.year == year]
        alone = len(records) == len(self.names) == 1
        return self.result.find((department, year)) or (records[0] if alone else None)
