"""Changed files are noticed: written anew, replaced, replaced under a link, gone for a moment."""

from pathlib import Path

import pytest

from streams.bridge.watch import Watch


class Seen:
    def __init__(self) -> None:
        self.times = 0

    async def __call__(self) -> None:
        self.times += 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text("one", "utf-8")
    return path


async def test_what_stays_as_it_is_is_no_change(file: Path) -> None:
    seen = Seen()
    watch = Watch(lambda: [file], seen)
    assert not await watch.look()
    assert seen.times == 0


async def test_a_replaced_file_is_a_change_once(file: Path) -> None:
    seen = Seen()
    watch = Watch(lambda: [file], seen)
    other = file.with_name("other")
    other.write_text("two", "utf-8")
    other.replace(file)
    assert [await watch.look(), await watch.look()] == [True, False]
    assert seen.times == 1


async def test_a_link_that_leads_elsewhere_is_a_change(file: Path) -> None:
    """As secrets are mounted: the names stay, a link above them is moved."""
    seen = Seen()
    old, new = file.with_name("old"), file.with_name("new")
    for folder in (old, new):
        folder.mkdir()
        (folder / "key").write_text("x", "utf-8")
    link = file.with_name("data")
    link.symlink_to(old)
    watch = Watch(lambda: [link / "key"], seen)
    fresh = file.with_name("fresh")
    fresh.symlink_to(new)
    fresh.replace(link)
    assert await watch.look()


async def test_a_file_that_is_gone_and_comes_back_is_seen_each_time(file: Path) -> None:
    seen = Seen()
    there = [file]
    watch = Watch(lambda: there, seen)
    there[0] = file.with_name("nothing-of-this-name")
    assert await watch.look()
    there[0] = file
    assert await watch.look()
    assert seen.times == 2
