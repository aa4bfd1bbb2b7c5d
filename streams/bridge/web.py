"""The bridge's pages: `POST /v1/{source}`, `/healthz` and `/metrics`."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from streams.bridge.intake import Intake
from streams.bridge.journal import Call, Journal
from streams.bridge.metrics import CONTENT_TYPE, Metrics
from streams.bridge.refusal import OUTAGE_S, Refused

_FRESH_S: Final = 1.0  # an answer about Kafka holds so long, however often it is asked for


class Health:
    """Whether Kafka answers; asked at most once a second, by one caller for all that wait."""

    def __init__(self, ask: Callable[[], Awaitable[bool]]) -> None:
        self._ask, self._lock = ask, asyncio.Lock()
        self._known, self._until = False, 0.0

    async def good(self) -> bool:
        async with self._lock:
            if time.monotonic() >= self._until:
                self._known = await self._ask()
                self._until = time.monotonic() + _FRESH_S
            return self._known


def build(intake: Intake, journal: Journal, metrics: Metrics, health: Health) -> Starlette:
    """The ASGI application."""

    async def healthz(_: Request) -> Response:
        kafka = await health.good()
        good = kafka and not intake.draining
        told = {"status": "ok" if good else "draining" if intake.draining else "unavailable", "kafka": kafka}
        return JSONResponse(told, 200 if good else 503, {} if good else {"Retry-After": str(OUTAGE_S)})

    async def numbers(_: Request) -> Response:
        return Response(metrics.text(), media_type=CONTENT_TYPE)

    async def elsewhere(request: Request, wrong: Exception) -> Response:
        """No such page, or not by this method."""
        assert isinstance(wrong, HTTPException)
        call = Call(request.method)
        call.reason = "elsewhere"
        journal.answered(call, wrong.status_code)
        status = HTTPStatus(wrong.status_code)
        return Refused(status, "elsewhere", f"{status.phrase}: webhooks go to POST /v1/{{source}}", wrong.headers).response()

    return Starlette(
        routes=[
            Route("/v1/{source}", intake.receive, methods=["POST"]),
            Route("/healthz", healthz, methods=["GET"]),
            Route("/metrics", numbers, methods=["GET"]),
        ],
        exception_handlers={HTTPException: elsewhere},
    )
