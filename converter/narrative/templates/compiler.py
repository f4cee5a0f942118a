"""The pack's templates, compiled: in a sandbox, and with no more than a pack's author is told of."""

from collections.abc import Callable, Mapping
from types import CodeType, MappingProxyType
from typing import Any, TypeVar

import jinja2
from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes, pass_context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from converter import messages
from converter.narrative.blocks import TextRuns
from converter.narrative.placeholders import Placeholders, Slot
from converter.narrative.templates.syntax import in_chinese

Made = TypeVar("Made")
FILTERS = ("size", "number", "join", "length", "first", "last")
"""The filters a template may use; `size` and `number` are ours."""


class TemplateFaultError(Exception):
    """A template is wrong: the line in it, counted from 1, and what is wrong, in Chinese."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(line, message)
        self.line, self.message = line, message


@pass_context
def _in_context(_: Any, value: Any) -> Any:
    """Return a value to print as it is; to Jinja it depends on the context, never on constants alone."""
    return value


class Templates:
    """Compiles templates and conditions, each once; none reaches out of its sandbox or changes a value.

    `ready` is the code of those that are compiled already.
    """

    version, module = jinja2.__version__, __file__

    def __init__(self, ready: Mapping[str, CodeType] = MappingProxyType({})) -> None:
        # Compiling computes no constants, however large: that is done with limits, in a worker.
        self._environment = ImmutableSandboxedEnvironment(
            undefined=StrictUndefined,
            lstrip_blocks=True,
            cache_size=-1,
            optimized=False,
            finalize=_in_context,
        )
        self._environment.globals.clear()
        known = self._environment.filters
        self._environment.filters = {name: known[name] for name in FILTERS if name in known}
        self._environment.filters |= {"size": Slot.size, "number": Slot.number}
        self._ready = ready
        self._compiled: dict[str, Template] = {}
        self._conditions: dict[str, Callable[..., Any]] = {}

    def parsed(self, text: str) -> nodes.Template:
        """Return a template's tree; TemplateFaultError on wrong syntax."""
        return self._faultless(text, self._environment.parse)

    def parsed_condition(self, text: str) -> nodes.Template:
        """Return the tree of a template expression; TemplateFaultError on wrong syntax."""
        return self.parsed(f"{{% if {text} %}}{{% endif %}}")

    def compiled(self, text: str) -> Template:
        """Return the compiled template; TemplateFaultError on wrong syntax."""
        if text not in self._compiled:
            code, names = self._ready.get(text) or self.code(text), self._environment.make_globals(None)
            self._compiled[text] = Template.from_code(self._environment, code, names)
        return self._compiled[text]

    def code(self, text: str) -> CodeType:
        """Return what a template is compiled to; TemplateFaultError on wrong syntax."""
        return self._faultless(text, lambda text: self._environment.compile(text))

    def rendered(self, text: str, context: Mapping[str, Any]) -> str:
        """Return the text with its slots filled."""
        return self.compiled(text).render(context) if is_template(text) else text

    def holds(self, condition: str, context: Mapping[str, Any]) -> bool:
        """Whether a template expression is true."""
        if condition not in self._conditions:
            self._conditions[condition] = self._environment.compile_expression(condition)
        return bool(self._conditions[condition](**context))

    def _faultless(self, text: str, make: Callable[[str], Made]) -> Made:
        """Return what is made of a template; TemplateFaultError if it can't be."""
        try:
            return make(text)
        except TemplateSyntaxError as wrong:
            raise TemplateFaultError(*in_chinese(wrong, self._environment, text)) from None
        except RecursionError:
            raise TemplateFaultError(1, messages.packs.TEMPLATE_NESTED) from None


class FilledTexts:
    """The texts of a pack filled for one department, by a `context` that may still grow."""

    def __init__(self, templates: Templates, placeholders: Placeholders, context: Mapping[str, Any]) -> None:
        self._templates, self._placeholders, self._context = templates, placeholders, context

    def text(self, template: str) -> str:
        """Return a text with its slots filled; figures and people's texts in it are placeholders."""
        return self._templates.rendered(template, self._context)

    def runs(self, template: str) -> TextRuns:
        """Return a text with its slots filled, as it prints."""
        return self._placeholders.runs(self.text(template))

    def holds(self, condition: str) -> bool:
        """Whether a template expression is true."""
        return self._templates.holds(condition, self._context)


def is_template(text: str) -> bool:
    """Whether a text has slots to fill."""
    return "{" in text
