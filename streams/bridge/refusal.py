"""The answers of the bridge that are not 200: what is wrong, and when to try again."""

import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from starlette.responses import JSONResponse, Response

SOON_S: Final = 1  # a place among the calls in hand is free again
OUTAGE_S: Final = 5  # Kafka is back


class Refused(Exception):
    """A call that is not accepted. `reason` is a code for log and metrics; `detail` is told to the caller and quotes nothing."""

    def __init__(self, status: HTTPStatus, reason: str, detail: str, headers: Mapping[str, str] | None = None) -> None:
        self.status, self.reason, self.detail, self.headers = status, reason, detail, dict(headers or {})
        super().__init__(reason)

    def response(self) -> Response:
        """As RFC 9457 writes problems."""
        told = {"title": self.status.phrase, "status": int(self.status), "detail": self.detail}
        return JSONResponse(told, self.status, self.headers, "application/problem+json")


def unknown_caller() -> Refused:
    """One answer for a wrong key, a wrong signature and a source that there is none of."""
    detail = "no such source, or its key or signature is missing or wrong"
    return Refused(HTTPStatus.UNAUTHORIZED, "unauthorized", detail, {"WWW-Authenticate": 'Bearer realm="spor"'})


def too_large(what: str, limit: int) -> Refused:
    return Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", f"{what} is larger than {limit} bytes; send less at once")


def too_fast(wait_s: float) -> Refused:
    wait = max(1, math.ceil(wait_s))
    detail = f"more calls than this source may send; send this one again in {wait} s"
    return Refused(HTTPStatus.TOO_MANY_REQUESTS, "rate", detail, {"Retry-After": str(wait)})


def unavailable(reason: str, wait_s: int) -> Refused:
    """Nothing is accepted: the caller keeps the delivery and sends it again."""
    detail = f"not accepted; send it again in {wait_s} s"
    return Refused(HTTPStatus.SERVICE_UNAVAILABLE, reason, detail, {"Retry-After": str(wait_s)})
