"""The web application: pages, API and static files behind the guard."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from streams.dashboard.hub import Hub
from streams.dashboard.queries import Reader
from streams.dashboard.retention import Keep
from streams.dashboard.status import Status
from streams.dashboard.web import api, pages
from streams.dashboard.web.access import Access, Guard
from streams.dashboard.web.api import BadQuery
from streams.dashboard.web.templates import page


def build(reader: Reader, hub: Hub, status: Status, keep: Keep, access: Access) -> ASGIApp:
    """An ASGI application over one read model. It opens nothing and writes nothing. The guard stands outside of everything, so that
    also an error's answer carries its headers."""
    static = Mount("/static", StaticFiles(packages=[("streams.dashboard", "static")]))
    app = Starlette(
        routes=[*pages.routes(reader, keep), *api.routes(reader, hub, status), static],
        exception_handlers={BadQuery: _bad_query, HTTPException: _http_error},
    )
    return Guard(app, access)


async def _bad_query(_: Request, wrong: Exception) -> Response:
    return JSONResponse({"error": str(wrong)}, 400)


async def _http_error(request: Request, wrong: Exception) -> Response:
    assert isinstance(wrong, HTTPException)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": wrong.detail}, wrong.status_code)
    return page("missing.html", status=wrong.status_code)
