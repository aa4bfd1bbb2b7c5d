"""What programs may ask: sums, Flows by filter, alerts, and whether the dashboard is alive. JSON, reading only."""

import re
from datetime import UTC, datetime
from typing import Final

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from streams.dashboard.hub import PAGES, Hub
from streams.dashboard.queries import LEVELS, NEWEST, Reader, Wanted
from streams.dashboard.status import Status

MOST: Final = 500  # rows in one answer
_MS: Final = re.compile(r"-?[0-9]{9,16}")  # fewer digits could be meant as a date
_NUMBER: Final = re.compile(r"-?[0-9]{1,19}")


class BadQuery(Exception):
    """A parameter cannot be read; the message names it and what it wants, and does not repeat it."""


def routes(reader: Reader, hub: Hub, status: Status) -> list[Route]:
    """The API over one read model, its live picture and its consumer's state."""

    async def overview(_: Request) -> Response:
        return JSON((await hub.picture())[1])

    async def flows(request: Request) -> Response:
        wanted = asked(request.query_params)
        found, more = await run_in_threadpool(reader.flows, wanted)
        rows = [flow.model_dump(mode="json", by_alias=True) for flow in found]
        return JSON({"flows": rows, "next": None if more is None else str(more)})

    async def alerts(request: Request) -> Response:
        query = request.query_params
        last, _, seq = (query.get("cursor") or f"{NEWEST}_{NEWEST}").partition("_")
        found, more = await run_in_threadpool(reader.alerts, _limit(query), (_number("cursor", last), _number("cursor", seq)))
        return JSON({"alerts": found, "next": f"{more[0]}_{more[1]}" if more else None})

    async def events(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        if hub.pages >= PAGES:
            return JSON({"error": f"{PAGES} pages are open already; close one"}, 503)
        return StreamingResponse(hub.stream(), media_type="text/event-stream", headers={"x-accel-buffering": "no"})

    async def healthz(_: Request) -> Response:
        return JSON({"status": status.mode}, 503 if status.mode == "unreachable" else 200)

    paths = {"/api/overview": overview, "/api/flows": flows, "/api/alerts": alerts, "/events": events, "/healthz": healthz}
    return [Route(path, answer, methods=["GET"]) for path, answer in paths.items()]


class JSON(JSONResponse):
    def render(self, content: object) -> bytes:
        return orjson.dumps(content)


def asked(query: QueryParams) -> Wanted:
    """The filters of a query string; empty ones are none. Raises BadQuery."""
    verdict = query.get("verdict") or None
    if verdict not in (*LEVELS, None):
        raise BadQuery(f"verdict: one of {', '.join(LEVELS)}")
    return Wanted(
        integration=query.get("integration") or None,
        category=query.get("category") or None,
        purpose=query.get("purpose") or None,
        verdict=verdict,
        sender=query.get("sender") or None,
        receiver=query.get("receiver") or None,
        since=time_of("since", query["since"]) if query.get("since") else None,
        until=time_of("until", query["until"]) if query.get("until") else None,
        limit=_limit(query),
        cursor=_number("cursor", query.get("cursor") or str(NEWEST)),
    )


def time_of(name: str, text: str) -> int:
    """A date, an RFC 3339 time (UTC where it names no zone) or milliseconds since 1970, as ms. Raises BadQuery."""
    if _MS.fullmatch(text):
        return int(text)
    try:
        moment = datetime.fromisoformat(text.replace(" ", "+"))  # `+` in a query string arrives as a space
    except ValueError:
        raise BadQuery(f"{name}: a date, an RFC 3339 time or milliseconds since 1970") from None
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


def _limit(query: QueryParams) -> int:
    return min(MOST, max(1, _number("limit", query.get("limit") or "50")))


def _number(name: str, text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise BadQuery(f"{name}: a whole number")
    return max(-NEWEST, min(NEWEST, int(text)))
