"""The dashboard's web: who may look, what every answer carries, and that nothing from a message becomes markup."""

import asyncio
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import httpx
import orjson
import pytest
from starlette.types import ASGIApp

from schemas.flow import Flow
from schemas.records import Alert
from streams.dashboard.hub import Hub
from streams.dashboard.model import ReadModel
from streams.dashboard.picture import painter
from streams.dashboard.queries import Reader
from streams.dashboard.retention import Keep
from streams.dashboard.status import Status
from streams.dashboard.web.access import CSP, Access, TokenError, host_name
from streams.dashboard.web.app import build
from tests.dashboard.samples import T0, alert, dead_letter, expected, flow, records, shown, span

TOKEN = "correct-horse-battery-staple"
NOW = T0 + 60_000
HOSTILE = "<img src=x onerror=alert(1)>\"'`{{7*7}}\u202e</script>"
Serve = Callable[..., "Client"]


class Client:
    """One question after another to the application itself, with the cookies it sets."""

    def __init__(self, app: ASGIApp, headers: dict[str, str], *, raises: bool = True) -> None:
        self.app, self._runner = app, asyncio.Runner()
        transport = httpx.ASGITransport(app, raise_app_exceptions=raises)
        self._client = httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765", headers=headers)
        self.cookies = self._client.cookies

    def request(self, method: str, url: str | httpx.URL, **more: Any) -> httpx.Response:
        return self._runner.run(self._client.request(method, url, **more))

    def get(self, url: str, **more: Any) -> httpx.Response:
        return self.request("GET", url, **more)

    def close(self) -> None:
        self._runner.close()


@pytest.fixture
def status() -> Status:
    return Status(mode="live", positions={("spor.flows", 0): 3}, ends={("spor.flows", 0): 4}, source_ends={("connxio.log", 0): 9})


@pytest.fixture
def serve(model: ReadModel, status: Status) -> Iterator[Serve]:
    """A client of the whole application; `signed_in` sends the token as programs do."""

    opened: list[Client] = []

    def client(*, signed_in: bool = True, host: str = "127.0.0.1", allowed: frozenset[str] = frozenset(), raises: bool = True) -> Client:
        reader = Reader(model.path)
        app = build(reader, Hub(painter(reader, status)), status, Keep(), Access(TOKEN, host, allowed))
        opened.append(Client(app, {"authorization": f"Bearer {TOKEN}"} if signed_in else {}, raises=raises))
        return opened[-1]

    yield client
    for one in opened:
        one.close()


PAGES = ["/", "/flows", "/flows/f_unknown", "/nowhere", "/api/overview", "/api/flows", "/api/alerts", "/api/flows?verdict=bad", "/healthz"]


@pytest.mark.parametrize("path", [*PAGES, "/static/overview.js", "/static/nothing.js", "/static/../serve.py"])
@pytest.mark.parametrize("signed_in", [True, False])
def test_every_answer_carries_the_policy_and_forbids_sniffing_framing_and_referrers(serve: Serve, path: str, signed_in: bool) -> None:
    answer = serve(signed_in=signed_in).get(path)
    assert answer.headers["content-security-policy"] == CSP
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "server" not in answer.headers


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline() -> None:
    directives = dict(part.strip().split(" ", 1) for part in CSP.split(";"))
    assert directives["default-src"] == directives["base-uri"] == directives["frame-ancestors"] == "'none'"
    assert {directives[name] for name in ("script-src", "style-src", "connect-src", "img-src", "form-action")} == {"'self'"}
    assert "unsafe" not in CSP


@pytest.mark.parametrize("path", ["/", "/flows", "/flows/f_x", "/nowhere"])
def test_a_person_without_the_token_gets_the_form_and_no_data(serve: Serve, model: ReadModel, path: str) -> None:
    model.apply(records("flows", [flow(0, integration="secret-route")]), NOW)
    answer = serve(signed_in=False).get(path)
    assert answer.status_code == 401
    assert 'name="token"' in answer.text
    assert "secret-route" not in answer.text


@pytest.mark.parametrize("path", ["/api/overview", "/api/flows", "/api/alerts", "/events", "/api/nothing", "/api/overview?token=" + TOKEN])
@pytest.mark.parametrize(
    "header", [None, "Bearer wrong", "Bearer", "Basic " + TOKEN, f"Bearer {TOKEN}x", "Bearer \u00e6".encode("latin-1")]
)
def test_a_program_without_the_token_gets_401_and_no_data(serve: Serve, path: str, header: str | bytes | None) -> None:
    headers = {} if header is None else {"authorization": header}
    answer = serve(signed_in=False).get(path, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert list(answer.json()) == ["error"]


def test_the_printed_address_gives_a_cookie_and_leads_to_the_clean_one(serve: Serve) -> None:
    client = serve(signed_in=False)
    answer = client.get(f"/flows?token={TOKEN}&verdict=gap")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/flows?verdict=gap"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "Path=/" in cookie
    assert TOKEN not in cookie
    assert client.get("/flows?verdict=gap").status_code == 200
    assert client.get("/api/overview").status_code == 200


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "\u00e6\u00f8\u00e5", "%00", "x" * 5000])
def test_a_wrong_token_gives_the_form_again_and_no_cookie(serve: Serve, token: str) -> None:
    answer = serve(signed_in=False).get("/", params={"token": token})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers
    assert "not the token" in answer.text
    assert token == "" or token not in answer.text


def test_a_cookie_of_another_dashboard_is_worth_nothing(serve: Serve) -> None:
    client = serve(signed_in=False)
    client.cookies.set("spor_dashboard", Access("another-long-enough-token").session)
    assert client.get("/").status_code == 401


@pytest.mark.parametrize("path", [f"//evil.example/?token={TOKEN}", f"/\\evil.example?token={TOKEN}", f"///evil.example/a?token={TOKEN}"])
def test_signing_in_never_leads_to_another_host(serve: Serve, path: str) -> None:
    client = serve(signed_in=False)
    answer = client.request("GET", httpx.URL("http://127.0.0.1:8765", raw_path=path.encode()))
    assert answer.status_code == 303
    assert re.match(r"/(?![/\\])", answer.headers["location"])


@pytest.mark.parametrize(
    ("header", "bound", "status_code"),
    [
        ("127.0.0.1:8765", "127.0.0.1", 200),
        ("localhost", "127.0.0.1", 200),
        ("[::1]:8765", "127.0.0.1", 200),
        ("LOCALHOST.:9", "127.0.0.1", 200),
        ("evil.example", "127.0.0.1", 421),
        ("127.0.0.1.evil.example:8765", "127.0.0.1", 421),
        ("localhost.evil.example", "127.0.0.1", 421),
        ("", "127.0.0.1", 421),
        ("10.1.2.3:8765", "127.0.0.1", 421),
        ("10.1.2.3:8765", "0.0.0.0", 200),
        ("evil.example", "0.0.0.0", 421),
        ("dpo.example:8765", "dpo.example", 200),
    ],
)
def test_only_host_names_of_ours_are_answered(serve: Serve, header: str, bound: str, status_code: int) -> None:
    assert serve(host=bound).get("/api/alerts", headers={"host": header}).status_code == status_code
    assert serve(host=bound).get("/healthz", headers={"host": header}).status_code == status_code


def test_a_further_host_name_can_be_allowed(serve: Serve) -> None:
    client = serve(allowed=frozenset({"spor.example"}))
    assert client.get("/healthz", headers={"host": "spor.example"}).status_code == 200


@pytest.mark.parametrize(
    ("header", "name"), [("a.example:80", "a.example"), ("[::1]:80", "::1"), ("A.Example.", "a.example"), ("a:b", "a:b")]
)
def test_a_host_header_is_read_without_its_port(header: str, name: str) -> None:
    assert host_name(header) == name


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/api/flows", "/events", "/healthz", "/static/spor.css"])
def test_nothing_but_reading_is_answered(serve: Serve, method: str, path: str) -> None:
    assert serve().request(method, path).status_code == 405


def test_a_head_of_the_stream_ends(serve: Serve) -> None:
    assert serve().request("HEAD", "/events").status_code == 200


@pytest.mark.parametrize("token", ["", "short", "x" * 15, "with a space in the middle", "\u00e6" * 20, "line\nbreak-in-the-token"])
def test_a_token_that_is_too_weak_or_cannot_be_sent_is_refused_without_quoting_it(token: str) -> None:
    with pytest.raises(TokenError) as refused:
        Access(token)
    assert not token or token not in str(refused.value)


def test_the_token_is_not_in_the_access_rule_s_own_text() -> None:
    assert TOKEN not in repr(Access(TOKEN))


def _all_of(model: ReadModel) -> tuple[Flow, Alert]:
    hostile = flow(0, integration=HOSTILE, sender=HOSTILE, receiver=HOSTILE, path=f"$['{HOSTILE}']", topic=HOSTILE[:40], verdict="gap")
    said = alert(1, integration=HOSTILE, path=HOSTILE, citation=HOSTILE, rule=HOSTILE)
    model.apply([*records("flows", [hostile]), *records("alerts", [said]), *records("deadletter", [dead_letter(hostile)])], NOW)
    model.apply(records("spans", [span(0, 9, topic=HOSTILE)]), NOW)
    return hostile, said


def test_hostile_names_are_text_on_every_page(serve: Serve, model: ReadModel) -> None:
    hostile, _ = _all_of(model)
    client = serve()
    for path in ("/", "/flows", f"/flows/{hostile.id}"):
        text = client.get(path).text
        assert "<img src=x" not in text, path
    assert "{{7*7}}" in client.get(f"/flows/{hostile.id}").text
    assert "&lt;img src=x onerror=alert(1)&gt;" in client.get(f"/flows/{hostile.id}").text
    filtered = client.get("/flows", params={"integration": HOSTILE, "since": HOSTILE})
    assert "<img src=x" not in filtered.text
    assert filtered.status_code == 400


def test_hostile_names_come_back_whole_from_the_api(serve: Serve, model: ReadModel) -> None:
    hostile, _ = _all_of(model)
    client = serve()
    found = client.get("/api/flows", params={"integration": HOSTILE}).json()["flows"]
    assert [row["id"] for row in found] == [hostile.id]
    for path in ("/api/overview", "/api/flows", "/api/alerts"):
        assert client.get(path).headers["content-type"] == "application/json"


def test_no_page_has_an_inline_script_or_style(serve: Serve, model: ReadModel) -> None:
    hostile, _ = _all_of(model)
    client = serve()
    for path in ("/", "/flows", f"/flows/{hostile.id}", "/nowhere"):
        text = client.get(path).text
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", text), path
        for script in re.findall(r"<script[^>]*>", text):
            assert 'src="/static/' in script


def test_every_file_that_a_page_names_is_in_the_package_and_served_to_anyone(serve: Serve) -> None:
    client, pending, seen = serve(signed_in=False), ["/static/spor.css", "/static/spor.svg", "/static/overview.js"], set[str]()
    for path in re.findall(r"(?:href|src)=\"(/static/[^\"]+)\"", serve().get("/").text):
        assert path in pending
    while pending:
        path = pending.pop()
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["cache-control"] == "no-cache"
        pending += [f"/static/{name}" for name in re.findall(r"from \"\./([^\"]+)\"", answer.text) if f"/static/{name}" not in seen]
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|@import|url\(", answer.text), f"{path} reaches outside"
    shipped = {f"/static/{entry.name}" for entry in files("streams.dashboard").joinpath("static").iterdir()}
    assert seen == shipped


def test_the_overview_has_the_sums_the_coverage_and_the_lag(serve: Serve, model: ReadModel) -> None:
    flows = [flow(0), flow(1, verdict="gap", categories=[]), flow(2, verdict="violation", integration="payroll", purposes=[])]
    model.apply([*records("flows", flows), *records("spans", [span(0, 3), span(5, 7, kind="missed")]), *records("alerts", [alert()])], NOW)
    overview = serve().get("/api/overview").json()
    assert shown(overview) == expected(flows)
    assert (overview["flows"], overview["flows_with_personal_data"], overview["integrations"]) == (3, 2, 2)
    assert overview["alerts"] == {"alerts": 1, "findings": 1, "violation": 1, "gap": 0}
    [row] = overview["coverage"]
    assert {name: row[name] for name in ("first", "read_to", "end", "lag", "missed", "unaccounted")} == {
        "first": 0, "read_to": 7, "end": 9, "lag": 2, "missed": 2, "unaccounted": 2,
    }  # fmt: skip
    assert overview["consumer"]["lag"] == 1
    assert [one["id"] for one in overview["recent"]] == [f.id for f in reversed(flows)]


def test_flows_are_listed_with_filters_and_paged_to_the_end(serve: Serve, model: ReadModel) -> None:
    flows = [flow(n, verdict="gap" if n % 2 else "compliant", timestamp=T0 + n * 1000) for n in range(9)]
    model.apply(records("flows", flows), NOW)
    client, seen, cursor = serve(), list[dict[str, object]](), ""
    while True:
        page = client.get("/api/flows", params={"limit": 2, "verdict": "compliant", "cursor": cursor}).json()
        seen += page["flows"]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == [orjson.loads(f.canonical()) for f in reversed(flows) if f.verdict == "compliant"]
    during = client.get("/api/flows", params={"since": "2025-11-30T10:00:02Z", "until": "2025-11-30T11:00:04+01:00"}).json()["flows"]
    assert [row["source"]["offset"] for row in during] == [3, 2]
    assert len(client.get("/api/flows?since=2025-11-30&until=2025-12-01").json()["flows"]) == 9
    assert client.get(f"/api/flows?since={T0 + 8000}").json()["flows"][0]["source"]["offset"] == 8


def test_alerts_are_listed_and_paged_to_the_end(serve: Serve, model: ReadModel) -> None:
    model.apply(records("alerts", [alert(n) for n in range(5)]), NOW)
    client, seen, cursor = serve(), list[str](), ""
    while cursor is not None:
        page = client.get("/api/alerts", params={"limit": 2, "cursor": cursor}).json()
        seen += [row["id"] for row in page["alerts"]]
        cursor = page["next"]
    assert seen == [f"alert-{n}" for n in (4, 3, 2, 1, 0)]


@pytest.mark.parametrize(
    "query", ["verdict=fine", "limit=many", "cursor=x", "since=yesterday", "until=2025-13-01", "limit=1e3", "since=99999999999999999999"]
)
def test_a_parameter_that_cannot_be_read_is_named_and_not_repeated(serve: Serve, query: str) -> None:
    answer = serve().get(f"/api/flows?{query}")
    assert answer.status_code == 400
    name, value = query.split("=")
    assert answer.json()["error"].startswith(name)
    assert value not in answer.json()["error"]
    assert serve().get(f"/flows?{query}").status_code == 400


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=-5", "limit=100000000000", "cursor=9999999999999999999", "cursor=-1", "integration=", "x=1"]
)
def test_numbers_out_of_range_are_brought_into_it(serve: Serve, model: ReadModel, query: str) -> None:
    model.apply(records("flows", [flow(0)]), NOW)
    answer = serve().get(f"/api/flows?{query}")
    assert answer.status_code == 200
    assert len(answer.json()["flows"]) == (0 if query == "cursor=-1" else 1)


def test_a_flow_s_page_shows_all_of_it(serve: Serve, model: ReadModel) -> None:
    one = flow(7, verdict="violation", scanned="partial", reasons=("budget.leaves", "json.invalid"), part=1, of=3)
    model.apply([*records("flows", [one]), *records("deadletter", [dead_letter(one)])], NOW)
    text = serve().get(f"/flows/{one.id}").text
    pieces = [
        *(
            one.id,
            "orders-erp-to-carrier",
            "ERP",
            "Carrier",
            "webshop-no",
            "Customer",
            "2025-11-30 10:00:00 UTC",
            "7d4e0000-0000-4000-8000",
        ),
        *("$.customer.email_address", "Email address", "pd:EmailAddress", "EMAIL_ADDRESS", "0.95", "checksum"),
        *("Fulfilment of contractual obligation", "GDPR Art. 6(1)(b)", "P3M", "2026-02-28"),
        *("A sender or receiver outside the registered contract.", "contract.party", "registry orders-erp-to-carrier"),
        *("partial", "budget.leaves", "more values than one message may have", "json.invalid", "Dead letter"),
        *("connxio.log", "2 of 3", "connxio.archeo", "0f3a", "spor-0.1.0"),
    ]
    for piece in pieces:
        assert piece in text, piece


def test_a_superseded_flow_is_not_there_and_its_successor_is(serve: Serve, model: ReadModel) -> None:
    old, new = flow(0), flow(0, revision=1)
    model.apply(records("flows", [old, new]), NOW)
    assert serve().get(f"/flows/{old.id}").status_code == 404
    assert serve().get(f"/flows/{new.id}").status_code == 200


def test_health_tells_a_mode_and_nothing_else(serve: Serve, status: Status) -> None:
    client = serve(signed_in=False)
    assert (client.get("/healthz").status_code, client.get("/healthz").json()) == (200, {"status": "live"})
    status.mode = "unreachable"
    assert (client.get("/healthz").status_code, client.get("/healthz").json()) == (503, {"status": "unreachable"})


def test_an_error_of_ours_tells_nothing_and_still_carries_the_policy(serve: Serve, model: ReadModel) -> None:
    model._db.execute("DROP TABLE flows")
    answer = serve(raises=False).get("/api/flows")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == CSP
    assert "flows" not in answer.text
