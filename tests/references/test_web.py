"""What a host may do and what it may not: redirects, names that change their address, bodies without end, certificates."""

import gzip
import logging
from collections.abc import Callable, Iterator

import pytest

from tests.messages import ORDER, text
from tests.references import hosts
from tests.references.conftest import Desk, Names
from tests.references.hosts import endless, moved, never, reply, trickle

CONTENT = text(ORDER).encode()
SIGNED = "/a?sv=2024-11-04&sp=r%2Bw&sig=c2ln%2FbmF0%3D+x"
Url = Callable[..., str]

OPENED, REFUSED, UNAVAILABLE = "reference.opened", "reference.refused", "reference.unavailable"
TOO_LARGE = "reference.too-large"


@pytest.fixture
def plain() -> Iterator[hosts.Server]:
    with hosts.running(None) as running:
        yield running


def test_a_listed_host_is_asked_for_the_very_url_and_its_content_comes_back(desk: Desk, server: hosts.Server, url: Url) -> None:
    desk.lists(desk.host(server))
    server["/a"] = reply(CONTENT, Content_Type="Application/JSON; charset=ISO-8859-1")
    [opened] = desk.open(url(SIGNED))
    assert (opened.data, opened.media_type, opened.charset, opened.reason) == (CONTENT, "application/json", "ISO-8859-1", OPENED)
    assert opened.url == url(SIGNED)
    assert server.paths() == [SIGNED], "a signature covers the bytes of the query"
    assert (server.header("accept-encoding"), server.header("authorization"), server.header("cookie")) == (["identity"], [None], [None])


def test_one_url_in_many_records_is_fetched_once(desk: Desk, server: hosts.Server, url: Url) -> None:
    desk.lists(desk.host(server))
    server["/a"] = reply(CONTENT)
    assert [o.data for o in desk.open(url(), url(), url())] == [CONTENT] * 3
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "reference",
    [
        "https://other.example.org:{port}/a",
        "https://files.example.org/a",  # another port than the listed one
        "https://files.example.org.:{port}/a",
        "https://files.example.org.evil.example:{port}/a",
        "https://xfiles.example.org:{port}/a",
        "https://x.files.example.org:{port}/a",
        "http://files.example.org:{port}/a",
        "https://user:word@files.example.org:{port}/a",
        "https://@files.example.org:{port}/a",
        "https://files.example.org:{port}@other.example.org/a",
        "https://files.example.org%2eevil.example:{port}/a",
        "https://files.example.org:{port}\\@other.example.org/a",
        "https://files.example.org:{port}/a b",
        "https://files.example.org:{port}/\x00",
        "https://files.example.org:{port}/ø",
        "https://files。example。org:{port}/a",
        "https://127.0.0.1:{port}/a",
        "https://2130706433:{port}/a",
        "https://0x7f.1:{port}/a",
        "https://[::1]:{port}/a",
        "https://[::ffff:127.0.0.1]:{port}/a",
        "ftp://files.example.org/a",
        "gopher://files.example.org:{port}/a",
        "file:///etc/passwd",
        "files.example.org:{port}/a",
        "//files.example.org:{port}/a",
        "https:///a",
        "https://[::1/a",
        "https://files.example.org:99999/a",
        "https://files.example.org:{port}/" + "a" * 9000,
        "kari@example.org",
        "",
    ],
)
def test_what_is_not_listed_or_not_beyond_doubt_is_refused_and_nobody_is_asked(desk: Desk, server: hosts.Server, reference: str) -> None:
    desk.lists(desk.host(server))
    reference = reference.format(port=server.port) if "{port}" in reference else reference
    found = desk.open(reference) if reference else []
    assert {opened.reason for opened in found} <= {REFUSED}
    assert (server.asked, desk.names.asked) == ([], [])


def test_names_are_the_same_in_capitals_and_a_suffix_covers_what_lies_below_it(desk: Desk, server: hosts.Server, url: Url) -> None:
    desk.lists(desk.host(server, "*.store.example.org"), desk.host(server))
    server["/a"] = reply(CONTENT)
    assert desk.reason(url(host="FILES.Example.ORG")) == OPENED
    assert desk.reason(url(host="deep.store.example.org")) == OPENED
    for host in ("store.example.org", "xstore.example.org", ".store.example.org", "deep.store.example.org.evil.example"):
        assert desk.reason(url(host=host)) == REFUSED, host


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("401 Unauthorized", "reference.denied"),
        ("403 Forbidden", "reference.denied"),
        ("404 Not Found", "reference.gone"),
        ("410 Gone", "reference.gone"),
        ("204 No Content", UNAVAILABLE),
        ("206 Partial Content", UNAVAILABLE),
        ("300 Multiple Choices", UNAVAILABLE),
        ("304 Not Modified", UNAVAILABLE),
        ("409 Conflict", UNAVAILABLE),
        ("429 Too Many Requests", UNAVAILABLE),
        ("500 Internal Server Error", UNAVAILABLE),
        ("503 Service Unavailable", UNAVAILABLE),
    ],
)
def test_an_answer_without_the_content_says_what_became_of_it(desk: Desk, server: hosts.Server, url: Url, status: str, reason: str) -> None:
    desk.lists(desk.host(server))
    server["/a"] = reply(b"" if status[:3] in ("204", "304") else b"kari@example.org", status)
    assert desk.reason(url()) == reason


class TestRedirects:
    """Each hop is held against the list anew."""

    def test_to_a_listed_host_it_is_followed(self, desk: Desk, server: hosts.Server, url: Url) -> None:
        desk.lists(desk.host(server), desk.host(server, "other.example.org"))
        server["/a"] = moved(url("/b?sig=x%2Fy", "other.example.org"), "307 Temporary Redirect")
        server["/b"] = moved("/c?d=e")
        server["/c"] = reply(CONTENT)
        assert desk.reason(url()) == OPENED
        assert server.paths() == ["/a", "/b?sig=x%2Fy", "/c?d=e"]

    @pytest.mark.parametrize(
        "location",
        [
            "https://unlisted.example.org/b",
            "http://files.example.org:{port}/b",
            "//169.254.169.254/latest/meta-data",
            "https://127.0.0.1:{port}/b",
            "file:///etc/passwd",
            "https://user@files.example.org:{port}/b",
            "https://[::1",
            "data:text/plain,x",
            "",
        ],
    )
    def test_to_anything_else_it_is_refused(self, desk: Desk, server: hosts.Server, url: Url, location: str) -> None:
        desk.lists(desk.host(server), {"host": "files.example.org", "scheme": "http", "port": server.port, "addresses": ["127.0.0.0/8"]})
        server["/a"] = moved(location.format(port=server.port))
        assert desk.reason(url()) == REFUSED
        assert server.paths() in (["/a"], ["/a"] * 3), "an empty location is the same place again"

    def test_to_a_host_that_lies_in_a_private_network_it_is_refused(self, desk: Desk, server: hosts.Server, url: Url) -> None:
        desk.names = Names({"other.example.org": [["10.0.0.1"]]})
        desk.lists(desk.host(server), desk.host(server, "other.example.org"))
        server["/a"] = moved(url("/b", "other.example.org"))
        assert desk.reason(url()) == REFUSED

    def test_without_end_it_is_refused_after_the_most(self, desk: Desk, server: hosts.Server, url: Url) -> None:
        desk.lists(desk.host(server), redirects=3)
        server["/a"] = moved("/a")
        assert desk.reason(url()) == REFUSED
        assert len(server.asked) == 4

    def test_secrets_stay_with_the_host_that_was_named(self, desk: Desk, server: hosts.Server, url: Url, monkeypatch) -> None:
        monkeypatch.setenv("FILES_TOKEN", "the-token-of-files")
        secret = {"bearer": {"env": "FILES_TOKEN"}, "headers": {"X-Api-Key": {"env": "FILES_TOKEN"}}}
        desk.lists(desk.host(server, **secret), desk.host(server, "other.example.org", **secret))
        server["/a"] = moved("/b")
        server["/b"] = moved(url("/c", "other.example.org"))
        server["/c"] = reply(CONTENT, Set_Cookie="a=b")
        assert desk.reason(url()) == OPENED
        assert server.header("authorization") == ["Bearer the-token-of-files"] * 2 + [None]
        assert server.header("x-api-key") == ["the-token-of-files"] * 2 + [None]
        assert server.header("referer") == [None] * 3


class TestAddresses:
    """A name is looked up once, and the connection goes where that said."""

    def test_a_name_that_changes_its_address_between_check_and_use_gains_nothing(self, desk: Desk, server: hosts.Server, url: Url) -> None:
        desk.names = Names({"files.example.org": [["127.0.0.1"], ["169.254.169.254"]]})
        desk.lists(desk.host(server))
        server["/a"] = reply(CONTENT)
        assert desk.reason(url()) == OPENED
        assert desk.names.asked == ["files.example.org"]
        assert desk.reason(url()) == REFUSED

    @pytest.mark.parametrize("among", [["127.0.0.1", "10.1.2.3"], ["::1", "127.0.0.1"], ["169.254.169.254"], ["nonsense"], []])
    def test_one_address_that_may_not_be_asked_is_one_too_many(self, desk: Desk, server: hosts.Server, url: Url, among: list[str]) -> None:
        desk.names = Names({"files.example.org": [among]})
        desk.lists(desk.host(server))
        assert (desk.reason(url()), server.asked) == (REFUSED, [])

    def test_the_machine_itself_is_not_asked_unless_it_is_listed(self, desk: Desk, server: hosts.Server, url: Url) -> None:
        desk.lists({k: v for k, v in desk.host(server).items() if k != "addresses"})
        assert (desk.reason(url()), server.asked) == (REFUSED, [])

    def test_a_name_that_nobody_knows_is_unavailable(self, desk: Desk, server: hosts.Server, url: Url) -> None:
        async def unknown(host: str, port: int) -> list[str]:
            raise OSError("no address")

        desk.names = unknown  # type: ignore[assignment]  # a resolver of another kind
        desk.lists(desk.host(server))
        assert desk.reason(url()) == UNAVAILABLE


def test_an_address_that_is_listed_itself_may_be_asked(desk: Desk, server: hosts.Server, url: Url) -> None:
    desk.lists(desk.host(server, "127.0.0.1"))
    server["/a"] = reply(CONTENT)
    assert desk.reason(url(host="127.0.0.1")) == OPENED


class TestCertificates:
    """The name in the URL is the name in the certificate, whatever address was taken."""

    def test_another_name_is_not_believed(self, desk: Desk, authority: hosts.Authority) -> None:
        with hosts.running((authority.wrong_cert, authority.key)) as server:
            desk.lists(desk.host(server))
            assert (desk.reason(f"https://files.example.org:{server.port}/a"), server.asked) == (UNAVAILABLE, [])

    def test_an_authority_that_nobody_named_is_not_believed(self, desk: Desk, server: hosts.Server, url: Url) -> None:
        desk.lists({k: v for k, v in desk.host(server).items() if k != "ca_file"})
        assert (desk.reason(url()), server.asked) == (UNAVAILABLE, [])

    def test_a_host_that_speaks_plainly_on_the_port_is_not_believed(self, desk: Desk, plain: hosts.Server) -> None:
        desk.lists(desk.host(plain), connect_s=0.3)
        assert (desk.reason(f"https://files.example.org:{plain.port}/a"), plain.asked) == (UNAVAILABLE, [])

    def test_plain_http_is_for_hosts_that_are_listed_with_it(self, desk: Desk, plain: hosts.Server) -> None:
        desk.lists({"host": "files.example.org", "scheme": "http", "port": plain.port, "addresses": ["127.0.0.1/32"]})
        plain["/a"] = reply(CONTENT)
        assert desk.reason(f"http://files.example.org:{plain.port}/a") == OPENED
        assert desk.reason(f"https://files.example.org:{plain.port}/a") == REFUSED


class TestBodies:
    """Size and time are bounded, whatever is announced."""

    HEAD = b"HTTP/1.1 200 OK\r\n"

    @pytest.mark.parametrize(
        ("answer", "reason"),
        [
            (reply(b"x" * 1000), OPENED),
            (reply(b"x" * 1001), TOO_LARGE),
            (HEAD + b"Content-Length: 99999999999\r\n\r\n", TOO_LARGE),
            (HEAD + b"Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + b"x" * 1001 + b"\r\n0\r\n\r\n", TOO_LARGE),
            (HEAD + b"\r\n" + b"x" * 1001, TOO_LARGE),  # until the connection closes
            (HEAD + b"Content-Length: 900\r\n\r\n" + b"x" * 100, UNAVAILABLE),  # cut
            (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", UNAVAILABLE),
            (HEAD + b"Content-Length: -1\r\n\r\n", UNAVAILABLE),
            (HEAD + b"X: " + b"x" * 100_000 + b"\r\n\r\n", UNAVAILABLE),
            (b"SSH-2.0-OpenSSH\r\n\r\n", UNAVAILABLE),
            (b"", UNAVAILABLE),
            (reply(b"x", Content_Encoding="br"), UNAVAILABLE),
            (reply(b"x", Content_Encoding="gzip, gzip"), UNAVAILABLE),
        ],
    )
    def test_an_answer_is_taken_whole_or_not_at_all(self, desk: Desk, server: hosts.Server, url: Url, answer: bytes, reason: str) -> None:
        desk.lists(desk.host(server), bytes=1000)
        server["/a"] = answer
        assert desk.reason(url()) == reason

    def test_one_without_end_is_left_at_the_limit(self, desk: Desk, server: hosts.Server, url: Url) -> None:
        desk.lists(desk.host(server), bytes=1_000_000)
        server["/a"] = endless(self.HEAD + b"\r\n")
        assert desk.reason(url()) == TOO_LARGE

    def test_gzip_is_handed_on_packed_so_that_no_bomb_goes_off_here(self, desk: Desk, server: hosts.Server, url: Url) -> None:
        bomb = gzip.compress(bytes(50_000_000))
        desk.lists(desk.host(server), bytes=100_000)
        server["/a"] = reply(bomb, Content_Encoding="gzip")
        [opened] = desk.open(url())
        assert opened.data == bomb

    @pytest.mark.parametrize(
        "answer",
        [
            never(),
            never(b"HTTP/1.1 200 OK\r\n"),
            never(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab"),
            trickle(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.01),
            trickle(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"x", 0.01),
        ],
    )
    def test_a_slow_one_is_left_when_its_time_is_over(self, desk: Desk, server: hosts.Server, url: Url, answer: hosts.Answer) -> None:
        desk.lists(desk.host(server), total_s=0.3)
        server["/a"] = answer
        assert desk.reason(url()) == UNAVAILABLE


def test_nothing_of_a_reference_is_said_anywhere(
    desk: Desk, server: hosts.Server, url: Url, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Every way to fail, with a signature and a person in every URL and answer: no log line and no output holds them."""
    caplog.set_level(logging.DEBUG)
    desk.lists(desk.host(server), failures=3, total_s=0.3, bytes=1000)
    said = "kari.eksempel"
    for path, answer in {
        f"/{said}/a": reply(said.encode()),
        f"/{said}/b": moved(f"https://{said}.example.org/?sig={said}"),
        f"/{said}/c": moved(f"https://[{said}"),
        f"/{said}/d": reply(said.encode(), "500 " + said, Set_Cookie=f"{said}=\x01; Domain={said}"),
        f"/{said}/e": b"HTTP/1.1 200 OK\r\nContent-Length: " + said.encode() + b"\r\n\r\n",
        f"/{said}/f": never(),
        f"/{said}/g": b"HTTP/1.1 200 OK\r\n" + said.encode() + b"\r\n\r\n",
    }.items():
        server[path] = answer
    for letter in "abcdefg":
        desk.open(url(f"/{said}/{letter}?sig=c2lnbmF0dXJl"))
    desk.open(f"https://{said}.example.org/?sig=c2lnbmF0dXJl", f"file:///{said}?sig=c2lnbmF0dXJl", f"https://{said}@[x/?sig=c2lnbmF0dXJl")
    written = caplog.text + "".join(capfd.readouterr())
    assert "references.host-paused" in written
    assert said not in written and "c2lnbmF0dXJl" not in written
