"""What comes how often: the shares of the recipe, in the routes' weights and in the records that come of them."""

import re
from collections import Counter
from pathlib import Path

import pytest

from streams.inspect.decode.formats import format_of
from streams.inspect.encodings import as_text
from streams.inspect.packing import gunzip, is_gzip
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Body
from streams.traffic.generate import Load, Sent, merged, spread, traffic
from streams.traffic.routes import RECIPE, ROUTES, TOPICS

PAGE = (Path(__file__).parents[2] / "docs" / "traffic.md").read_text("utf-8")
FORMATS = {
    "connxio": {"json", "ndjson", "xml", "html", "csv", "edifact", "form"},
    "connectmyapps": {"json", "xml", "csv", "edifact", "fields"},
    "connectis": {"json", "xml", "form"},
    "conneqtech": {"json", "ndjson"},
    "superoffice": {"json"},
}
LANGUAGES = {  # a word that only documents of that language have
    "nb": "etternavn",
    "nn": "etternamn",
    "sv": "förnamn",
    "da": "efternavn",
    "nl": "achternaam",
    "de": "nachname",
    "fi": "sukunimi",
    "lt": "pavardė",
    "en": "lastName",
}


@pytest.fixture(scope="module")
def everything() -> list[Sent]:
    count = 3000
    sent = list(merged(spread(Load("connxio", count, "recipe"))))
    assert len(sent) == count
    return sent


def test_the_routes_weights_add_up_to_the_recipe():
    weights: Counter[str] = Counter()
    for routes in ROUTES.values():
        for route in routes:
            weights[route.kind] += route.weight
    assert weights == RECIPE
    assert sum(RECIPE.values()) == 1000


def test_the_records_of_all_platforms_are_in_the_recipe_s_shares(everything):
    found = Counter(s.kind for s in everything)
    splits = found.pop("split")
    assert 0 < splits < len(everything) * 0.1
    for kind, share in RECIPE.items():
        expected = share * found.total() / 1000
        assert abs(found[kind] - expected) <= 0.25 * expected + 15, (kind, found[kind], expected)


def test_the_platforms_records_are_in_one_order_and_each_has_its_topic(everything):
    stamps = [s.raw.timestamp for s in everything]
    assert stamps == sorted(stamps)
    assert {s.raw.topic for s in everything} == set(TOPICS.values())


@pytest.mark.parametrize("count", [0, 1, 7, 100])
def test_as_many_records_as_asked_are_spread_over_the_platforms(count):
    assert len(list(merged(spread(Load("connxio", count))))) == count


@pytest.mark.parametrize("platform", list(ROUTES))
def test_one_record_in_ten_comes_twice_and_two_in_a_hundred_are_sent_again(platform):
    count = 2000
    sent = list(traffic(Load(platform, count, "again")))
    twice = count - len({(s.raw.key, s.raw.value, s.raw.headers) for s in sent})
    assert 0.07 < twice / count < 0.13
    marks = (b'esendCount":"1"', b'"resend":"1"', b'"ResendDateTime"')
    again = sum(any(m in (s.raw.value or b"") for m in marks) or dict(s.raw.headers).get("X-SuperOffice-Retry") == b"1" for s in sent)
    if platform in ("connxio", "connectmyapps", "superoffice"):
        assert 0.01 < again / count < 0.04, again


@pytest.mark.parametrize("platform", ["connxio", "connectmyapps"])
def test_one_to_two_records_in_a_hundred_are_errors(platform):
    count = 2000
    failed = sum(b'"status":"Error"' in (s.raw.value or b"") for s in traffic(Load(platform, count, "errors")))
    assert 0.005 < failed / count < 0.035


@pytest.mark.parametrize("platform", ["connxio", "connectmyapps"])
def test_a_file_s_rows_come_again_as_messages_of_their_own(platform):
    """One person of the file at least is met in a message that no file is."""
    files: dict[str, set[str]] = {}
    alone: set[str] = set()
    for s in traffic(Load(platform, 1200, "split")):
        mails = {p.value for p in s.plants if p.entity == "EMAIL_ADDRESS" and p.place == "body"}
        files |= dict.fromkeys(mails, mails) if len(mails) > 2 else {}
        alone |= mails if len(mails) == 1 else set()
    assert len(files.keys() & alone) > 10


@pytest.mark.parametrize("platform", list(ROUTES))
def test_every_format_of_the_platform_comes(platform):
    found: Counter[str] = Counter()
    for sent in traffic(Load(platform, 1200, "formats")):
        found.update(kind for envelope in unwrap(sent.raw) if (kind := _format(envelope.body)) is not None)
    assert set(found) == FORMATS[platform], found


def test_every_language_comes_at_both_platforms_that_carry_documents():
    for platform in ("connxio", "connectmyapps"):
        paths = {p.path for s in traffic(Load(platform, 900, "languages")) for p in s.plants}
        for language, word in LANGUAGES.items():
            assert any(re.search(rf"\b{word}\b", path) for path in paths), (platform, language)


def test_sizes_have_a_small_median_and_a_long_tail():
    sizes = sorted(len(s.raw.value or b"") for p in ROUTES for s in traffic(Load(p, 600, "sizes")))
    assert 250 < sizes[len(sizes) // 2] < 5_000
    assert sizes[-1] > 60_000


def test_bytes_come_in_every_charset_that_the_page_names():
    charsets: Counter[str] = Counter()
    for sent in (*traffic(Load("connxio", 1200, "charsets")), *traffic(Load("connectmyapps", 1200, "charsets"))):
        text = (sent.raw.value or b"").decode()
        charsets.update(re.findall(r'"logContentEncoding":"([^"]+)"|charset=([a-z0-9-]+)', text))
    named = {one or other for one, other in charsets}
    assert {"utf-8", "iso-8859-1", "windows-1252", "latin-1", "cp437"} <= named


def test_the_page_names_every_kind_with_its_share_and_every_topic():
    for kind, share in RECIPE.items():
        assert re.search(rf"^\| {re.escape(kind)} \| {share / 10:g} \|", PAGE, re.MULTILINE), kind
    for topic in TOPICS.values():
        assert f"`{topic}`" in PAGE


def _format(body: Body) -> str | None:
    """None without a body. NDJSON apart from JSON, as more than one line begins a document."""
    if body.tree is not None or body.data is None:
        return "json" if body.tree is not None else None
    data = gunzip(body.data, 10**7)[0] if is_gzip(body.data) else body.data
    text = as_text(data, body.charset)[0]
    if text.startswith("ConnXio.Engine"):
        return None  # an exception in front
    kind = format_of(text, body.media_type)
    return "ndjson" if kind == "json" and len(re.findall(r"^\{", text, re.MULTILINE)) > 1 else kind
