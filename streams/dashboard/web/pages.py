"""The pages for people: the live overview, the list of Flows, and one Flow from envelope to retention."""

from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from schemas.flow import Flow
from schemas.reasons import REASONS
from schemas.rules import RULES
from streams.dashboard.queries import LEVELS, Reader
from streams.dashboard.retention import Keep
from streams.dashboard.web.api import BadQuery, asked
from streams.dashboard.web.templates import page

FILTERS = ("integration", "sender", "receiver", "category", "purpose", "verdict", "since", "until")


def routes(reader: Reader, keep: Keep) -> list[Route]:
    """The pages over one read model."""

    async def overview(_: Request) -> Response:
        return page("overview.html", keep=keep)

    async def flows(request: Request) -> Response:
        query = request.query_params
        filters = {name: query.get(name, "") for name in FILTERS}
        try:
            found, more = await run_in_threadpool(reader.flows, asked(query))
        except BadQuery as wrong:
            return page("flows.html", status=400, flows=[], filters=filters, levels=LEVELS, next=None, wrong=str(wrong))
        onward = urlencode({name: text for name, text in filters.items() if text} | {"cursor": str(more)}) if more is not None else None
        return page("flows.html", flows=found, filters=filters, levels=LEVELS, next=onward, wrong=None)

    async def flow(request: Request) -> Response:
        found = await run_in_threadpool(reader.flow, request.path_params["id"])
        if found is None:
            return page("missing.html", status=404)
        letters = await run_in_threadpool(reader.dead_letters_of, found.id)
        return page("flow.html", flow=found, letters=letters, **explained(found))

    paths = {"/": overview, "/flows": flows, "/flows/{id}": flow}
    return [Route(path, answer, methods=["GET"]) for path, answer in paths.items()]


def explained(flow: Flow) -> dict[str, Any]:
    """What the codes of a Flow mean: sentences of the rule and reason tables, by code."""
    rules = {verdict.rule: RULES[verdict.rule].says for verdict in flow.every_verdict() if verdict.rule in RULES}
    reasons = {code: REASONS[code].says for code in flow.coverage.reasons if code in REASONS}
    return {"rules": rules, "reasons": reasons}
