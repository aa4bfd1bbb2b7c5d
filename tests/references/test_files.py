"""Files behind a reference: below their root and regular, whatever the URL and the links say."""

import os
import socket
from pathlib import Path

import pytest

from streams.references import files
from streams.references.files import read_file
from streams.references.locate import Local, NotOpened
from tests.references.conftest import Desk

OPENED, REFUSED, GONE = "reference.opened", "reference.refused", "reference.gone"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of claims beside a secret that lies outside."""
    (tmp_path / "secret").write_text("outside", "utf-8")
    (tmp_path / "claims-too").mkdir()
    (tmp_path / "claims-too" / "x").write_text("outside", "utf-8")
    root = tmp_path / "claims"
    (root / "2025").mkdir(parents=True)
    (root / "2025" / "ordre æ 1.json").write_text('{"a":1}', "utf-8")
    (root / "a.json").write_text('{"a":1}', "utf-8")
    return root


def test_a_file_below_the_root_is_read(desk: Desk, root: Path) -> None:
    desk.lists(files=[root])
    for url in (f"file://{root}/a.json", f"file://localhost{root}/2025/ordre%20%C3%A6%201.json", f"FILE://{root}/%61.json"):
        [opened] = desk.open(url)
        assert (opened.data, opened.media_type, opened.reason) == (b'{"a":1}', None, OPENED)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret",
        "/2025/../../secret",
        "/2025/../a.json",  # it stays inside, and is not said plainly
        "/%2e%2e/secret",
        "/..%2fsecret",
        "/%2e%2e%2fsecret",
        "/..%5csecret",
        "/%252e%252e/secret",
        "/./a.json",
        "//a.json",
        "/2025/",
        "/2025",
        "",
        "/",
        "/a.json%00.txt",
        "/a.json\x00",
        "/%ff",
        "/%c0%ae%c0%ae/secret",
        "/a.json?sig=x",
        "/a.json#x",
        "/a%",
        "-too/x",
        "/2025\\..\\a.json",
    ],
)
def test_what_is_not_plainly_below_the_root_is_refused(desk: Desk, root: Path, path: str) -> None:
    desk.lists(files=[root])
    assert desk.reason(f"file://{root}{path}") == (GONE if "%25" in path else REFUSED), "percent signs are taken off once"


@pytest.mark.parametrize("url", ["file://server{root}/a.json", "file:{root}/a.json", "{root}/a.json", "file:///etc/passwd", "file://"])
def test_another_host_or_folder_is_refused(desk: Desk, root: Path, url: str) -> None:
    desk.lists(files=[root])
    assert desk.reason(url.format(root=root)) == REFUSED


def test_what_is_not_there_is_gone_and_what_may_not_be_read_is_denied(desk: Desk, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.lists(files=[root])
    assert desk.reason(f"file://{root}/none.json") == GONE
    assert desk.reason(f"file://{root}/a.json/b") == GONE

    def denied(*_: object, **__: object) -> int:
        raise PermissionError

    monkeypatch.setattr(files.os, "open", denied)
    assert desk.reason(f"file://{root}/a.json") == "reference.denied"


@pytest.mark.parametrize("target", ["../secret", "/etc/passwd", "../claims-too/x", "loop", "2025/../../secret"])
def test_a_link_out_of_the_root_is_refused(desk: Desk, root: Path, target: str) -> None:
    desk.lists(files=[root])
    (root / "loop").symlink_to("loop")
    (root / "link").symlink_to(target)
    assert desk.reason(f"file://{root}/link") == REFUSED


def test_a_folder_that_is_a_link_out_of_the_root_is_refused(desk: Desk, root: Path) -> None:
    desk.lists(files=[root])
    (root / "there").symlink_to("../claims-too")
    assert desk.reason(f"file://{root}/there/x") == REFUSED


def test_a_link_that_stays_inside_is_followed_and_the_root_may_be_one(desk: Desk, root: Path, tmp_path: Path) -> None:
    (root / "link").symlink_to("2025/ordre æ 1.json")
    (tmp_path / "mounted").symlink_to("claims")
    desk.lists(files=[tmp_path / "mounted"])
    assert desk.reason(f"file://{tmp_path}/mounted/link") == OPENED


def test_a_link_that_is_put_there_after_the_check_is_not_followed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def swapped(name: object, *rest: int, **more: int) -> int:
        if name == "2025" and not (root / "2025").is_symlink():
            (root / "2025").rename(root / "before")
            (root / "2025").symlink_to("../claims-too")
        return opened(name, *rest, **more)  # type: ignore[arg-type]  # as it was called

    (root.parent / "claims-too" / "b").write_text("outside", "utf-8")
    (root / "2025" / "b").write_text("inside", "utf-8")
    monkeypatch.setattr(files.os, "open", swapped)
    with pytest.raises(NotOpened):
        read_file(Local(root, ("2025", "b")), 100)


def test_only_regular_files_are_read_and_no_pipe_is_waited_for(desk: Desk, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.lists(files=[root, Path("/dev"), Path("/proc/self")])
    os.mkfifo(root / "pipe")
    monkeypatch.chdir(root)  # a socket's name is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
    assert desk.reason(f"file://{root}/pipe") == REFUSED
    assert desk.reason(f"file://{root}/socket") != OPENED
    assert desk.reason("file:///dev/zero") == REFUSED


@pytest.mark.parametrize(("size", "reason"), [(1000, OPENED), (1001, "reference.too-large")])
def test_a_file_is_read_whole_or_not_at_all(desk: Desk, root: Path, size: int, reason: str) -> None:
    desk.lists(files=[root], bytes=1000)
    (root / "big").write_bytes(b"x" * size)
    assert desk.reason(f"file://{root}/big") == reason


def test_a_file_that_says_no_size_is_bounded_all_the_same(desk: Desk) -> None:
    desk.lists(files=[Path("/proc/self")], bytes=10)
    assert desk.reason("file:///proc/self/status") in ("reference.too-large", REFUSED)
