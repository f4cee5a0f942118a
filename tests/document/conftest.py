"""The built-in style, a skeleton of it, and a report that uses every block."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import yaml

from converter.document.write.skeleton import Skeleton
from converter.pack.files.layers import BUILT_IN
from converter.pack.files.validation import validated
from converter.pack.shapes.style import Style
from converter.trace.trail import Trail
from tests.document.examples import COMMENTS, REPORT


@pytest.fixture(scope="session")
def style() -> Style:
    text = (BUILT_IN / "base-cn" / "style.yaml").read_text("utf-8")
    return validated(yaml.load(text, Loader=yaml.CBaseLoader), Style)


@pytest.fixture(scope="session")
def skeleton(style: Style) -> Skeleton:
    return Skeleton(style)


@pytest.fixture(scope="session")
def report(skeleton: Skeleton) -> bytes:
    return skeleton.render(REPORT)


@pytest.fixture(scope="session")
def review(skeleton: Skeleton) -> bytes:
    return skeleton.review(REPORT, Trail(), COMMENTS)


@pytest.fixture(scope="session", params=["report", "review"])
def parts(request: pytest.FixtureRequest) -> dict[str, bytes]:
    """The parts of the submission copy, and of the review copy."""
    with ZipFile(BytesIO(request.getfixturevalue(request.param))) as package:
        return {name: package.read(name) for name in package.namelist()}
