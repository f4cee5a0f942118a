"""How much a filing may cost before it is taken for a trap or a mishap."""

from converter.pack.shape import Shape


class Limits(Shape):
    """Bytes of a file and of its unpacked content, cells of a sheet, seconds and bytes of memory a task."""

    file_bytes: int
    unpacked_bytes: int
    sheet_cells: int
    task_seconds: int
    task_memory_bytes: int
