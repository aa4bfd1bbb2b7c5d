"""A schema registry for tests: a real HTTP server that follows the documented REST interface, and can be slow, busy, away or wrong.

Interface: Confluent's Schema Registry API reference. `GET /schemas/ids/{id}`, `/schemas/ids/{id}/versions`, `/schemas/ids/{id}/subjects`,
`/schemas/guids/{guid}`, `/subjects/{subject}/versions/{version}`; errors 40401 (subject), 40402 (version), 40403 (schema).
"""

import asyncio
import base64
import ssl
from collections.abc import Awaitable, Callable
from typing import Any, Self

from aiohttp import web

MEDIA = "application/vnd.schemaregistry.v1+json"
Fault = Callable[[web.Request], Awaitable[web.StreamResponse | None]]


class RegistryDouble:
    """`async with RegistryDouble() as registry: registry.add(7, …)`; `asked` lists the paths of all requests so far."""

    def __init__(self, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self.asked: list[str] = []
        self.fault: Fault | None = None  # answers instead of the registry, or lets it answer by giving None
        self.credentials: str | None = None  # what the Authorization header has to be
        self._schemas: dict[int, dict[str, Any]] = {}
        self._guids: dict[str, int] = {}
        self._versions: dict[str, dict[int, int]] = {}
        self._port = port
        self._tls = tls
        self._runner: web.AppRunner | None = None

    def add(
        self, number: int, schema: str, kind: str | None = None, references: Any = None, subject: str = "s-value", guid: str = ""
    ) -> int:
        """Register a schema; its version under the subject comes back. Avro's type is not said, as registries do not."""
        answer = {"schema": schema, **({"schemaType": kind} if kind else {}), **({"references": references} if references else {})}
        self._schemas[number] = answer
        if guid:
            self._guids[guid] = number
        versions = self._versions.setdefault(subject, {})
        versions[len(versions) + 1] = number
        return len(versions)

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self._port}"

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen, on the port of before if it was stopped."""
        app = web.Application(middlewares=[self._watched])
        app.router.add_get("/schemas/ids/{id}", self._by_id)
        app.router.add_get("/schemas/ids/{id}/versions", self._of_id)
        app.router.add_get("/schemas/ids/{id}/subjects", self._of_id)
        app.router.add_get("/schemas/guids/{guid}", self._by_guid)
        app.router.add_get("/subjects/{subject}/versions/{version}", self._by_version)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)  # its tests let callers wait in vain
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, ssl_context=self._tls, reuse_address=True)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @web.middleware
    async def _watched(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.asked.append(request.raw_path)
        if self.credentials is not None and request.headers.get("Authorization") != self.credentials:
            return error(401, 401, "Unauthorized")
        if self.fault is not None and (answer := await self.fault(request)) is not None:
            return answer
        response: web.StreamResponse = await handler(request)
        return response

    async def _by_id(self, request: web.Request) -> web.Response:
        number = int(request.match_info["id"])
        if number not in self._schemas:
            return error(404, 40403, f"Schema {number} not found")
        return told(self._schemas[number])

    async def _of_id(self, request: web.Request) -> web.Response:
        number = int(request.match_info["id"])
        found = [(subject, v) for subject, versions in self._versions.items() for v, n in versions.items() if n == number]
        if number not in self._schemas:
            return error(404, 40403, f"Schema {number} not found")
        of_versions = [{"subject": subject, "version": v} for subject, v in found]
        return told(of_versions if request.path.endswith("versions") else [subject for subject, _ in found])

    async def _by_guid(self, request: web.Request) -> web.Response:
        number = self._guids.get(request.match_info["guid"])
        return error(404, 40403, "Schema not found") if number is None else told({**self._schemas[number], "id": number})

    async def _by_version(self, request: web.Request) -> web.Response:
        subject, version = request.match_info["subject"], int(request.match_info["version"])
        if subject not in self._versions:
            return error(404, 40401, f"Subject '{subject}' not found.")
        if version not in self._versions[subject]:
            return error(404, 40402, f"Version {version} not found.")
        number = self._versions[subject][version]
        return told({"subject": subject, "version": version, "id": number, **self._schemas[number]})


def told(answer: Any) -> web.Response:
    return web.json_response(answer, content_type=MEDIA)


def error(status: int, code: int, message: str, **headers: str) -> web.Response:
    return web.json_response({"error_code": code, "message": message}, status=status, content_type=MEDIA, headers=headers)


def busy(times: int, status: int = 503, **headers: str) -> Fault:
    """So many answers of this status, then none of its own."""
    left = [times]

    async def answer(_: web.Request) -> web.Response | None:
        left[0] -= 1
        return error(status, status * 100 + 1, "busy", **headers) if left[0] >= 0 else None

    return answer


async def silent(_: web.Request) -> None:
    """Takes the question and never answers."""
    await asyncio.Event().wait()


def basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
