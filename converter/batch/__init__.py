"""Work in processes with limits of time and memory: a run over an inbox, single files, finished reports.

A `pool` of processes does many tasks, `one_worker` a single one; `beside` reads what an inbox adds to its
pack, `inspection` looks into single files. What loads more is a public interface of its own: `batch.run` is a
run over an inbox, `batch.verification` checks submitted reports, `batch.trails` collects where figures come
from. Knows every package below; what is shown of it is not its business.
"""

from converter.batch.beside import load_pack_beside
from converter.batch.inspection import InspectedFile, InspectedForm, inspect
from converter.batch.one_worker import in_worker
from converter.batch.pool import Pool

__all__ = [
    "InspectedFile",
    "InspectedForm",
    "Pool",
    "in_worker",
    "inspect",
    "load_pack_beside",
]
