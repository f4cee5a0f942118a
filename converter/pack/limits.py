"""How much a filing may cost before it is taken for a trap or a mishap."""

from converter.pack.shape import Shape


class Limits(Shape):
    """Bytes and parts of a file, bytes of its unpacked content; cells and merged ranges of a sheet;
    seconds and bytes of memory a task.
    """

    file_bytes: int
    unpacked_bytes: int
    members: int
    sheet_cells: int
    sheet_merges: int
    task_seconds: int
    task_memory_bytes: int
