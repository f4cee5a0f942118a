"""A run of many machines, seen from the one that asks for it."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import batched, groupby
from typing import TYPE_CHECKING, NamedTuple

