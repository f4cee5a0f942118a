"""Work in processes with limits of time and memory: a run over an inbox, single files, finished reports.

A `pool` of processes does many tasks, `one_worker` a single one. `packs` are those to choose among, by
`pack_choice`, `overlays` the files in an inbox that add to them; `readings` keep what a submission says by
each pack. `inspection` looks into single files.

What loads more is a public interface of its own: `run` is a run over an inbox, `verification` checks reports
that come in, `trails` collects where figures come from, `supplements` writes what is still to be filled in.

Knows every package below, and nothing of how results are shown.
"""

from converter.batch.inspection import InspectedFile, InspectedForm, inspect
from converter.batch.one_worker import in_worker
from converter.batch.overlays import load_pack_with_overlay, overlay_settings
from converter.batch.pack_choice import PackChoice
from converter.batch.packs import PackSet
from converter.batch.pool import Pool
from converter.batch.readings import Readings

__all__ = [
    "InspectedFile",
    "InspectedForm",
    "PackChoice",
    "PackSet",
    "Pool",
    "Readings",
    "in_worker",
    "inspect",
    "load_pack_with_overlay",
    "overlay_settings",
]
