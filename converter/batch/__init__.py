"""Work in processes with limits of time and memory: a run over an inbox, single files, finished reports.

A `pool` of processes does many tasks, `one_worker` a single one; `packs` are those to choose among, `beside`
is what an inbox adds to them, `readings` are what a submission is by each; `inspection` looks into single
files. What loads more is a public interface of its own: `run` is a run over an inbox, `verification` checks
submitted reports, `trails` collects where figures come from, `supplements` writes what departments have
still to fill in. Knows every package below; what is shown of
it is not its business.
"""

from converter.batch.beside import load_pack_beside, settings_beside
from converter.batch.inspection import InspectedFile, InspectedForm, inspect
from converter.batch.one_worker import in_worker
from converter.batch.packs import PackSet
from converter.batch.pool import Pool
from converter.batch.readings import Readings

__all__ = [
    "InspectedFile",
    "InspectedForm",
    "PackSet",
    "Pool",
    "Readings",
    "in_worker",
    "inspect",
    "load_pack_beside",
    "settings_beside",
]
