"""A reference is read once, and as every other reader would read it; in doubt it is refused."""

import ipaddress
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.references.files import read_file
from streams.references.locate import Local, NotOpened, Remote, locate
from streams.references.rules import Host, Limits, Listed, Rules

HOSTS = ("files.example.org", "*.store.example.org", "10.0.0.1", "fd00::1")
RULES = Rules(tuple(Listed(Host(host=host)) for host in HOSTS), (), Limits(), "")
PIECES = [
    *("https://", "http://", "HTTPS:", "//", "/", "\\", "@", ":", "?", "#", "%", "&", ";", "[", "]", ".", "..", " ", "\t", "\n", "\0"),
    *("files.example.org", "FILES.example.org", "a.store.example.org", "store.example.org", "evil.example", "10.0.0.1", "fd00::1"),
    *("443", "8443", "0443", "user", "%40", "%2f", "%2e", "%5c", "%00", "。", "ⓔ", "ı", "\u202e", "sig=c2ln", "a", "b"),
]
TREE = (
    "..",
    ".",
    "/",
    "//",
    "%2e%2e",
    "%2f",
    "%252e",
    "\\",
    "claims",
    "a",
    "folder",
    "in",
    "out",
    "away",
    "round",
    "secret",
    "%00",
    "~",
    "",
)


def found(text: str, rules: Rules = RULES) -> Remote | Local | None:
    try:
        return locate(text, rules)
    except NotOpened:
        return None


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join) | st.text(max_size=40))
def test_what_is_taken_for_a_listed_host_is_that_host_for_every_reader(text: str) -> None:
    for reference in (text, f"https://{text}", f"https://files.example.org{text}"):
        where = found(reference)
        if isinstance(where, Remote):
            other = urlsplit(reference.strip())
            assert (other.scheme, other.hostname, other.port or 443) == ("https", where.url.raw_host, 443)
            assert other.username is None and other.password is None
            assert where.listed.rule.covers(where.url.raw_host or "")
            assert (where.url.raw_path, where.url.raw_query_string) == (other.path or "/", other.query)


@given(st.ip_addresses() | st.integers(0, 2**32 - 1) | st.integers(0, 2**32 - 1).map(hex) | st.integers(0, 2**32 - 1).map(oct))
def test_an_address_is_listed_as_it_is_written_or_not_at_all(host: object) -> None:
    name = f"[{host}]" if isinstance(host, ipaddress.IPv6Address) else str(host)
    assert (found(f"https://{name}/a") is not None) == (str(host) in HOSTS)


@pytest.mark.parametrize("text", ["https://files.example.org", "https://files.example.org/", "  https://files.example.org/a#b\n"])
def test_blanks_around_it_a_fragment_and_a_missing_path_are_no_doubt(text: str) -> None:
    where = found(text)
    assert isinstance(where, Remote) and "#" not in str(where.url)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """A root with links that stay, that leave and that go round, beside what must not be read."""
    base = tmp_path_factory.mktemp("tree")
    root = base / "claims"
    (root / "folder").mkdir(parents=True)
    (base / "away").mkdir()
    for path in (root / "a", root / "folder" / "a"):
        path.write_text("inside", "utf-8")
    for path in (base / "secret", base / "away" / "a", base / "a"):
        path.write_text("outside", "utf-8")
    for name, target in (("in", "folder"), ("out", "../away"), ("round", "round"), ("secret", "../secret"), ("away", str(base / "away"))):
        (root / name).symlink_to(target)
    yield SimpleNamespace(root=root, rules=Rules((), (root,), Limits(), ""))


@given(names=st.lists(st.sampled_from(TREE), max_size=8))
def test_no_way_of_writing_a_path_leads_out_of_the_root(tree: SimpleNamespace, names: list[str]) -> None:
    for joined in ("/".join(names), "".join(names)):
        where = found(f"file://{tree.root}/{joined}", tree.rules)
        if isinstance(where, Local):
            try:
                assert read_file(where, 100) == b"inside"
            except NotOpened as why:
                assert why.reason in ("reference.refused", "reference.gone")


def test_the_longer_of_two_roots_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    where = found(f"file://{tmp_path}/a/b/c", Rules((), (tmp_path, tmp_path / "a"), Limits(), ""))
    assert isinstance(where, Local) and where == Local(tmp_path / "a", ("b", "c"))
