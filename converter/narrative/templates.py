"""The pack's templates, compiled: in a sandbox, and naming nothing that is never supplied."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from converter import messages
from converter.narrative.placeholders import Slot
from converter.pack import PackError

_IMPLICIT = {"loop", "caller", "varargs", "kwargs"}  # declared by loops and macros themselves


@pass_context
def _in_context(_: Context, value: Any) -> Any:
    """Return a value to print as it is; to Jinja it depends on the context, never on constants alone."""
    return value


class Templates:
    """Compiles templates and conditions, each once; none reaches out of its sandbox or changes a value.

    `names` are all that a template is given; a fault is a PackError on `file`.
    """

    def __init__(self, file: Path, names: frozenset[str]) -> None:
        self._file, self._names = file, names
        # Compiling computes no constants, however large: that is done with limits, in a worker.
        self._environment = ImmutableSandboxedEnvironment(
            undefined=StrictUndefined,
            lstrip_blocks=True,
            cache_size=-1,
            optimized=False,
            finalize=_in_context,
        )
        self._environment.filters["size"] = Slot.size
        self._compiled: dict[str, Template] = {}
        self._conditions: dict[str, Callable[..., Any]] = {}

    def compiled(self, text: str) -> Template:
        """Return the compiled template; PackError on wrong syntax or a name that is never supplied."""
        if text not in self._compiled:
            self._compiled[text] = self._compile(text)
        return self._compiled[text]

    def rendered(self, text: str, context: Mapping[str, Any]) -> str:
        """Return the text with its slots filled."""
        return self.compiled(text).render(context) if is_template(text) else text

    def holds(self, condition: str, context: Mapping[str, Any]) -> bool:
        """Whether a template expression is true."""
        if condition not in self._conditions:
            self._conditions[condition] = self._environment.compile_expression(condition)
        return bool(self._conditions[condition](**context))

    def _compile(self, text: str) -> Template:
        try:
            parsed = self._environment.parse(text)
            if unknown := _undeclared(parsed) - self._names - self._environment.globals.keys():
                raise PackError(self._file, 0, messages.packs.UNKNOWN.format(name=min(unknown)))
            return self._environment.from_string(parsed)
        except TemplateSyntaxError as wrong:
            raise PackError(self._file, wrong.lineno, str(wrong.message)) from None
        except RecursionError:
            raise PackError(self._file, 0, messages.packs.TEMPLATE_NESTED) from None


def _undeclared(template: nodes.Template) -> set[str]:
    """Return the names that a template uses and declares nowhere.

    A name used outside the macro or loop that declares it is a fault only when the report is rendered:
    `jinja2.meta` tells it too, but generates all code once more for that, 18 ms of a cold start.
    """
    found = list(template.find_all((nodes.Name, nodes.Macro)))
    names = [node for node in found if isinstance(node, nodes.Name)]
    declared = {name.name for name in names if name.ctx != "load"}
    declared |= {node.name for node in found if isinstance(node, nodes.Macro)}
    return {name.name for name in names} - declared - _IMPLICIT


def is_template(text: str) -> bool:
    """Whether a text has slots to fill."""
    return "{" in text
