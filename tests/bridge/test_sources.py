"""The sources file: what it may say, and how a mistake in it is told without a secret."""

from collections.abc import Callable
from pathlib import Path

import pytest

from streams.bridge.credentials import Doorman
from streams.bridge.sources import BODY_BYTES, Source, SourcesError, load
from tests.bridge.conftest import SOURCES

Write = Callable[..., Path]
YAML = """
    sources:
      connxio:
        kind: connxio
        keys: [{env: CONNXIO_KEY}, {file: connxio-next}]
        body_limit: 20000
      superoffice:
        kind: superoffice
        signature:
          secrets: [{env: SUPEROFFICE_SECRET}]
      slow:
        keys: [{env: CONNXIO_KEY}]
        rate: 0.5
        burst: 2
        split: false
"""


def told(path: Path) -> str:
    with pytest.raises(SourcesError) as wrong:
        Doorman.of(load(path), path)
    return str(wrong.value)


def test_toml_and_yaml_say_the_same(sources: Write) -> None:
    assert load(sources(SOURCES)) == load(sources(YAML, "sources.yaml"))


def test_what_is_left_open_has_its_default(sources: Write) -> None:
    source = load(sources())["superoffice"]
    assert (source.body_limit, source.split, source.keys) == (BODY_BYTES, True, ())
    assert source.signature is not None
    assert (source.signature.header, source.signature.algorithm, source.signature.encoding) == (
        "X-SuperOffice-Signature",
        "sha256",
        "base64",
    )
    assert source.delivery_headers == ("X-SuperOffice-EventId", "X-Delivery-Id", "Idempotency-Key")


KEYS = "keys = [{env = 'CONNXIO_KEY'}]"
DIGEST = "ab" * 32


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "sources.toml: lacks sources"),
        ("sources = 3", "sources wants a mapping"),
        ("[sources]", "sources is empty"),
        ("[sources.x]\n", "sources.x: needs either keys or a signature: nobody could call it"),
        (f"[sources.x]\n{KEYS}\nsignature = {{secrets = [{{env = 'A'}}]}}", "needs either keys or a signature, not both"),
        (f"[sources.x]\n{KEYS}\nkind = 'connexio'", '"connexio" is none of connxio, connectmyapps, superoffice, generic; did you mean'),
        (f"[sources.x]\n{KEYS}\nbody_limits = 1", '"body_limits" is no key of sources.x; did you mean "body_limit"?'),
        (f"[sources.x]\n{KEYS}\nbody_limit = 0", "sources.x.body_limit"),
        (f"[sources.x]\n{KEYS}\nrate = 0", "sources.x.rate"),
        (f"[sources.X]\n{KEYS}", "sources.X"),
        (f"[sources.'a.b']\n{KEYS}", "sources.a.b"),
        ("[sources.x]\nkeys = ['a-secret-that-stands-here']", "sources.x.keys[0]: names where the secret is"),
        ("[sources.x]\nkeys = [{}]", "sources.x.keys[0]: names exactly one of env, file and sha256"),
        ("[sources.x]\nkeys = [{env = 'A', file = 'b'}]", "names exactly one of env, file and sha256"),
        ("[sources.x]\nkeys = [{sha256 = 'a-secret-that-stands-here'}]", "sources.x.keys[0].sha256"),
        (f"[sources.x]\nsignature = {{secrets = [{{sha256 = '{DIGEST}'}}]}}", "no signature can be computed from a digest"),
        (f"[sources.x]\n{KEYS}\nkey_header = 'X Key'", "sources.x.key_header"),
        ("[sources.x]\nkeys = [{env = 'NOT_SET_ANYWHERE'}]", "sources.x.keys[0]: the environment variable NOT_SET_ANYWHERE is not set"),
        ("[sources.x]\nkeys = [{file = 'nowhere'}]", "sources.x.keys[0]: the file nowhere cannot be read (No such file or directory)"),
        ("[sources.x]\nkeys = [{env = 'SHORT'}]", "the environment variable SHORT holds 5 bytes; a secret has 16 to 4096"),
        ("[sources.x]\nkeys = [{file = 'empty'}]", "the file empty holds 0 bytes"),
        ("[sources.x", "not readable as TOML"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(sources: Write, monkeypatch: pytest.MonkeyPatch, text: str, says: str) -> None:
    path = sources(text)
    monkeypatch.setenv("SHORT", "12345")
    (path.parent / "empty").write_text("\n", "utf-8")
    message = told(path)
    assert says in message
    assert "a-secret-that-stands-here" not in message


def test_a_mistake_in_yaml_is_told_with_its_line(sources: Write) -> None:
    assert "sources.yml:4: " in told(sources("sources:\n  x:\n    keys: [{env: CONNXIO_KEY}]\n    bodylimit: 3\n", "sources.yml"))


def test_every_secret_that_is_missing_is_named_at_once(sources: Write) -> None:
    message = told(sources("[sources.x]\nkeys = [{env = 'NOT_SET_1'}]\n[sources.y]\nsignature = {secrets = [{env = 'NOT_SET_2'}]}"))
    assert "NOT_SET_1" in message
    assert "sources.y.signature.secrets[0]" in message


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourcesError, match=r"none\.toml: cannot be read .*check --sources"):
        load(tmp_path / "none.toml")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourcesError, match="not UTF-8"):
        load(path)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sources.yaml"
    path.write_bytes(b"#" * (1024 * 1024 + 1))
    with pytest.raises(SourcesError, match="larger than 1 MiB"):
        load(path)


def test_what_is_loaded_shows_no_secret(sources: Write) -> None:
    path = sources()
    doorman = Doorman.of(load(path), path)
    assert "a-key-of" not in repr(doorman)
    assert "the-secret" not in repr([doorman.keys, doorman.signed, doorman])


def test_the_documented_file_can_be_used(sources: Write) -> None:
    page = (Path(__file__).parents[2] / "docs" / "bridge.md").read_text("utf-8")
    path = sources(page.partition("```toml\n")[2].partition("```")[0])
    (path.parent / "secrets").mkdir()
    (path.parent / "secrets" / "connxio-next").write_text("a-key-of-connxio-in-summer", "utf-8")
    assert Doorman.of(load(path), path).keys.keys() == {"connxio", "shop"}
    table = {line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| `")}
    settings = {name.strip(" `") for row in table for name in row.split(",")}
    assert settings == {*Source.model_fields}
