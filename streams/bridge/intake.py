"""One call, from its first byte to its answer: who, how fast, how much, which delivery, written, acknowledged."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from streams.bridge import body, refusal
from streams.bridge.credentials import Doorman
from streams.bridge.delivery import Delivery, delivery
from streams.bridge.journal import Call, Journal
from streams.bridge.limits import Acknowledged, Bucket, Full, Hand
from streams.bridge.refusal import Refused
from streams.bridge.sources import Source
from streams.bridge.writer import NotWritten, TooLargeForTopic
from streams.tap.delivery import Record, size

_ASIDE: Final = 64 * 1024  # bytes from which unpacking and splitting leave the loop to others


class Writes(Protocol):
    """What the intake wants of a writer: it returns when all is acknowledged, or raises NotWritten."""

    async def write(self, records: list[Record], /) -> None: ...


@dataclass(frozen=True, slots=True)
class Setup:
    """What is in force since the sources file was last read."""

    sources: Mapping[str, Source]
    doorman: Doorman
    topics: Mapping[str, str]  # of each source
    largest: Mapping[str, int]  # bytes of the largest record that each source's topic takes

    @property
    def widest(self) -> int:
        """The largest body that any source may send: read before it is known who signed it."""
        return max(source.body_limit for source in self.sources.values())


class Intake:
    """Takes calls. `setup` may be replaced at any time; a call goes on with the one that it began with."""

    def __init__(self, setup: Setup, writer: Writes, hand: Hand, journal: Journal) -> None:
        self.setup = setup
        self.draining = False
        self._writer, self._hand, self._journal = writer, hand, journal
        self._buckets: dict[str, Bucket] = {}
        self._acknowledged: dict[str, Acknowledged] = {}

    async def receive(self, request: Request) -> Response:
        """The answer to a POST. 200 says: every record is acknowledged by Kafka."""
        call = Call(request.method)
        try:
            response = await self._receive(request, call)
        except Refused as refused:
            call.reason = refused.reason
            response = refused.response()
        except Exception:
            self._journal.answered(call, HTTPStatus.INTERNAL_SERVER_ERROR)
            raise
        self._journal.answered(call, response.status_code)
        return response

    async def _receive(self, request: Request, call: Call) -> Response:
        setup, named = self.setup, request.path_params["source"]
        source = setup.sources.get(named)
        call.source = named if source else None
        if self.draining:
            raise refusal.unavailable("draining", refusal.OUTAGE_S)
        limit = source.body_limit if source else setup.widest
        declared = _length(request)
        try:
            with self._hand.hold(limit if declared is None or _packed(request) else min(declared, limit)), self._journal.in_hand():
                return await self._held(request, call, setup, named, declared)
        except Full:
            raise refusal.unavailable("busy", refusal.SOON_S) from None

    async def _held(self, request: Request, call: Call, setup: Setup, named: str, declared: int | None) -> Response:
        data = await self._who(request, setup, named, declared)
        source = setup.sources[named]
        if wait := self._bucket(named, source).take():
            raise refusal.too_fast(wait)
        if data is None:
            data = await body.read(request.stream(), source.body_limit, declared)
        call.bytes = len(data)
        if len(data) > source.body_limit:
            raise refusal.too_large("the body", source.body_limit)
        if not data:
            raise Refused(HTTPStatus.BAD_REQUEST, "empty", "the body is empty: there is nothing to accept")
        found = await self._delivery(request, named, source, data)
        call.delivery, call.records = found.log_id, len(found.messages)
        return await self._accept(call, setup, named, source, found)

    async def _who(self, request: Request, setup: Setup, named: str, declared: int | None) -> bytes | None:
        """The body, where it had to be read to know who calls. Raises Refused (401) for whom nobody knows."""
        if setup.doorman.knows_key(named, request.headers):
            return None
        if not setup.doorman.is_signed(request.headers):
            raise refusal.unknown_caller()
        data = await body.read(request.stream(), setup.widest, declared)
        if not setup.doorman.knows_signature(named, request.headers, data):
            raise refusal.unknown_caller()
        return data

    async def _delivery(self, request: Request, named: str, source: Source, data: bytes) -> Delivery:
        packed = _packed(request)
        if len(data) <= _ASIDE and not packed:
            return _opened(request, named, source, data, packed)
        return await asyncio.to_thread(_opened, request, named, source, data, packed)

    async def _accept(self, call: Call, setup: Setup, named: str, source: Source, found: Delivery) -> Response:
        before = self._remembered(named, source)
        known = before.records(found.digest)
        if known is not None:
            self._journal.repeated(call)
            return _accepted(found, known)
        records = [Record(setup.topics[named], None, found.id.encode(), m, found.headers_of(i)) for i, m in enumerate(found.messages)]
        if max(map(size, records)) > setup.largest[named]:
            raise refusal.too_large("a message", setup.largest[named])
        try:
            await self._writer.write(records)
        except TooLargeForTopic:
            raise refusal.too_large("a message", setup.largest[named]) from None
        except NotWritten as failed:
            raise refusal.unavailable(failed.reason, refusal.OUTAGE_S) from None
        before.add(found.digest, len(records))
        self._journal.written(call)
        return _accepted(found, len(records))

    def _bucket(self, named: str, source: Source) -> Bucket:
        bucket = self._buckets.get(named)
        if bucket is None or (bucket.rate, bucket.burst) != (source.rate, source.burst):
            bucket = self._buckets[named] = Bucket(source.rate, source.burst, time.monotonic)
        return bucket

    def _remembered(self, named: str, source: Source) -> Acknowledged:
        remembered = self._acknowledged.get(named)
        if remembered is None or remembered.window_s != source.repeat_window_s:
            remembered = self._acknowledged[named] = Acknowledged(source.repeat_window_s, time.monotonic)
        return remembered


def _opened(request: Request, named: str, source: Source, data: bytes, packed: bool) -> Delivery:
    content = body.unpacked(data, source.body_limit) if packed else data
    return delivery(named, source, request.headers, data if content is None else content, packed=content is None)


def _accepted(found: Delivery, records: int) -> Response:
    return JSONResponse({"delivery_id": found.id, "records": records})


def _packed(request: Request) -> bool:
    return body.is_packed(request.headers.get("content-encoding"))


def _length(request: Request) -> int | None:
    """Content-Length; None for a body in chunks. The server has refused one that is no number."""
    told = request.headers.get("content-length")
    return int(told) if told is not None and told.isdecimal() else None
