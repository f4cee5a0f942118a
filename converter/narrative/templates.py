"""Where wording is compiled: no template may reach out of its sandbox or change what it is given."""

from jinja2 import StrictUndefined, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment

from converter.narrative.placeholders import Slot


class _Noting(CodeGenerator):
    """Notes the names that must be supplied while it generates code, which `meta` would do once more."""

    environment: "Templates"

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        asked = {name for action, name in frame.symbols.loads.values() if action == "resolve" and name}
        self.environment.asked |= asked - self.environment.globals.keys()


class Templates(ImmutableSandboxedEnvironment):
    """Compiles templates and says what they ask for."""

    code_generator_class = _Noting

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, lstrip_blocks=True, cache_size=-1)
        self.filters["size"] = Slot.size
        self.asked: set[str] = set()

    def compiled(self, text: str) -> tuple[Template, set[str]]:
        """Return the template and the names that must be supplied; TemplateSyntaxError if it is none."""
        self.asked = set()
        template = self.from_string(text)
        return template, self.asked
