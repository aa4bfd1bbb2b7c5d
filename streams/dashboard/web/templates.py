"""Pages from templates, everything escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from streams.dashboard.labels import instant, moment, term


def page(template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The template as an answer; a value that it names and that is not given is an error."""
    return HTMLResponse(_environment().get_template(template).render(**values), status)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("streams.dashboard", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"term": term, "instant": instant, "moment": moment}
    return environment
