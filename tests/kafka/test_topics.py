"""Our topics: which may be tapped, what a pattern means, and that create and check agree on a real cluster."""

import asyncio
import re
from typing import Any

import orjson
import pytest
from typer.testing import CliRunner

from streams.cli.main import app
from streams.kafka.topics import TapRefused, check_taps, matches, may_be_tapped, ours, sources, tagged
from streams.settings import Settings, Tap
from streams.tap.sources import adapters, subscription
from tests.kafka.harness import Site


def settings(*taps: str, prefix: str = "spor") -> Settings:
    return Settings(prefix=prefix, taps=tuple(Tap(tap) for tap in taps))


@pytest.mark.parametrize(
    ("topic", "may"),
    [
        ("orders", True),
        ("sporadic", True),
        ("spor", True),
        ("spor.flows", False),
        ("spor.tagged.orders", False),
        ("spor.changelog.windows", False),
        ("spor.inbox.connxio", True),
        ("spor.inbox", False),
        ("__consumer_offsets", False),
    ],
)
def test_our_own_topics_are_never_sources_but_the_inbox_is(topic: str, may: bool) -> None:
    assert may_be_tapped(settings(), topic) is may
    pattern = subscription(settings("*"))["pattern"]
    assert bool(re.match(pattern, topic)) is may


@pytest.mark.parametrize(
    ("pattern", "topic", "fits"),
    [
        ("orders", "orders", True),
        ("orders", "orders2", False),
        ("orders.*", "orders.no", True),
        ("orders.*", "ordersXno", False),
        ("*.log", "connxio.log", True),
        ("*", "anything", True),
        ("a[b]*", "a[b]c", True),
        ("a?*", "abc", False),
        ("a.b", "aXb", False),
    ],
)
def test_a_star_is_the_only_pattern(pattern: str, topic: str, fits: bool) -> None:
    assert matches(topic, pattern) is fits
    given = subscription(settings(pattern))
    assert bool(re.match(given["pattern"], topic) if "pattern" in given else topic in given["topics"]) is fits


def test_a_prefix_with_dots_is_no_pattern() -> None:
    assert re.match(subscription(settings("*", prefix="a.b"))["pattern"], "aXb.flows")
    assert not re.match(subscription(settings("*", prefix="a.b"))["pattern"], "a.b.flows")


def test_sources_are_those_that_exist_and_fit() -> None:
    existing = ["orders.no", "orders.se", "invoices", "spor.flows", "spor.inbox.x", "__consumer_offsets"]
    assert sources(settings("orders.*", "spor.*"), existing) == ["orders.no", "orders.se", "spor.inbox.x"]


def test_the_tap_that_names_a_topic_outright_says_its_adapter() -> None:
    both = Settings(taps=(Tap("orders.*", "raw"), Tap("orders.no", "connxio")))
    assert (adapters(both, "orders.no"), adapters(both, "orders.se"), adapters(both, "else")) == ("connxio", "raw", "auto")


@pytest.mark.parametrize("taps", [(), ("spor.flows",), ("orders", "spor.tagged.orders")])
def test_taps_on_ourselves_and_no_tap_at_all_are_refused(taps: tuple[str, ...]) -> None:
    with pytest.raises(TapRefused, match="--tap"):
        check_taps(settings(*taps))


def test_a_topic_of_copies_has_room_for_the_tags_and_takes_any_timestamp() -> None:
    copies = tagged(settings(), "orders", 7, {"max.message.bytes": "2000000", "cleanup.policy": "compact", "retention.ms": "5"})
    assert (copies.name, copies.partitions) == ("spor.tagged.orders", 7)
    assert int(copies.settings["max.message.bytes"]) >= 2_000_000 + 60_000
    assert (copies.settings["cleanup.policy"], copies.settings["retention.ms"]) == ("compact", "5")
    assert copies.settings["message.timestamp.after.max.ms"] == str(2**63 - 1)


async def run(site: Site, *arguments: str) -> tuple[int, dict[str, Any]]:
    """`spor topics …` in a loop of its own: exit code, and what it printed."""
    common = ["--bootstrap-servers", site.bootstrap, "--prefix", f"{site.prefix}x", "--json"]
    done = await asyncio.to_thread(CliRunner().invoke, app, ["topics", *arguments, *common])
    return done.exit_code, orjson.loads(done.stdout)


async def test_what_create_makes_check_finds_in_order_and_says_what_differs(site: Site) -> None:
    source = await site.source("orders", 3)
    taps = ("--tap", source)
    code, missing = await run(site, "check", *taps)
    assert code == 1
    assert all(said == ["does not exist"] for said in missing.values())
    code, made = await run(site, "create", "--partitions", "2", *taps)
    assert (code, set(made.values())) == (0, {"created"})
    assert made.keys() == missing.keys() == {t.name for t in ours(Settings(prefix=f"{site.prefix}x"))} | {f"{site.prefix}x.tagged.{source}"}
    assert await run(site, "check", *taps) == (0, {})
    code, again = await run(site, "create", *taps)
    assert (code, set(again.values())) == (0, {"exists"})
    await site.admin.grow(source, 5)
    assert await run(site, "check", *taps) == (1, {f"{site.prefix}x.tagged.{source}": ["partitions: 3, wanted 5"]})
    code, grown = await run(site, "create", *taps)
    assert (code, grown[f"{site.prefix}x.tagged.{source}"]) == (0, "grown")
