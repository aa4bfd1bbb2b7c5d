"""The references file: what it may say, and that every mistake is told with its line."""

import re
from pathlib import Path

import pytest

from schemas.reasons import REASONS
from streams.references.rules import Limits, ReferencesError, load
from tests.references import hosts

PAGE = (Path(__file__).parents[2] / "docs" / "references.md").read_text("utf-8")

WHOLE = """
hosts:
  - host: store.blob.example.net
  - host: "*.files.example.org"
    port: 8443
    addresses: [10.1.0.0/16, "fd00:1::/32"]
  - host: api.example.org
    bearer: {env: API_TOKEN}
    headers: {X-Api-Key: {file: key}}
  - host: plain.example.org
    scheme: http
files:
  - root: /srv/claims
limits: {bytes: 1000000, connect_s: 1.5, total_s: 3, batch_s: 6, redirects: 0, at_once: 4, per_record: 8, failures: 3, pause_s: 60}
"""


@pytest.fixture
def write(tmp_path: Path):
    def path(text: str | bytes) -> Path:
        file = tmp_path / "references.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return path


def test_the_whole_of_it_is_read(write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "a-token")
    (tmp_path / "key").write_text("a-key\n", "utf-8")
    rules = load(write(WHOLE))
    assert rules.roots == (Path("/srv/claims"),)
    assert (rules.limits.bytes, rules.limits.total_s, rules.limits.redirects) == (1_000_000, 3.0, 0)
    api = rules.host("https", "api.example.org", 443)
    assert api is not None and dict(api.headers) == {"Authorization": "Bearer a-token", "X-Api-Key": "a-key"}
    assert rules.host("http", "plain.example.org", 80) and rules.host("https", "a.files.example.org", 8443)
    for other in (("https", "plain.example.org", 443), ("http", "api.example.org", 80), ("https", "a.files.example.org", 443)):
        assert rules.host(*other) is None


def test_a_full_name_goes_before_a_suffix_and_a_longer_suffix_before_a_shorter(write) -> None:
    hosts = ("*.example.org", "*.b.example.org", "a.b.example.org")
    rules = load(write("hosts:\n" + "".join(f'  - host: "{host}"\n' for host in hosts)))
    found = [rules.host("https", name, 443) for name in ("x.example.org", "x.b.example.org", "a.b.example.org", "y.a.b.example.org")]
    assert [each and each.rule.host for each in found] == ["*.example.org", "*.b.example.org", "a.b.example.org", "*.b.example.org"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("hosts:\n  - hots: a.example.org", r'references.yaml:2: "hots" is no key of hosts\[0\]; did you mean "?host'),
        ("hosts:\n  - host: a.example.org\nfile: []", r'references.yaml:3: "file" is no key; did you mean "?files'),
        ("hosts:\n  - host: a.example.org\nlimits:\n  byte: 1", r'references.yaml:4: "byte" is no key of limits; did you mean "?bytes'),
        ("hosts:\n  - host: a.example.org\n    scheme: htps", r'references.yaml:3: .*"htps" is none of https, http; did you mean "?https'),
        ("hosts:\n  - host: https://a.example.org/x", "references.yaml:2: .*no scheme, port or path"),
        ('hosts:\n  - host: "*.net"', r"references.yaml:2: hosts\[0\].host: wants a name in lower case"),
        ('hosts:\n  - host: "a.*.example.org"', r"references.yaml:2: hosts\[0\].host: wants a name in lower case"),
        ('hosts:\n  - host: "*"', r"references.yaml:2: hosts\[0\].host: wants a name in lower case"),
        ("hosts:\n  - host: A.example.org", r"references.yaml:2: hosts\[0\].host: wants a name in lower case"),
        ("hosts:\n  - host: a.example.org.", r"references.yaml:2: hosts\[0\].host: wants a name in lower case"),
        ("hosts:\n  - host: a.example.org:8443", r"references.yaml:2: hosts\[0\].host: wants a name in lower case"),
        ("hosts:\n  - host: a.example.org\n    addresses: [10.0.0.1/8]", "references.yaml:3: hosts"),
        ("hosts:\n  - host: a.example.org\n    bearer: hunter2-hunter2", "references.yaml:3: .*no secret stands here"),
        ("hosts:\n  - host: a.example.org\n    bearer: {}", "references.yaml:3: .*either env or file"),
        ("hosts:\n  - host: a.example.org\n    bearer: {env: NOT_SET}", "references.yaml:2: the environment variable NOT_SET holds no"),
        ("hosts:\n  - host: a.example.org\n    bearer: {file: none}", "references.yaml:2: the file none cannot be read"),
        ("hosts:\n  - host: a.example.org\n    ca_file: none", "references.yaml:2: the file none cannot be read"),
        ("hosts:\n  - host: a.example.org\n    ca_file: references.yaml", "references.yaml:2: the file .* holds no certificates"),
        ('hosts:\n  - host: "*.example.org"\n    bearer: {env: HOME}', "references.yaml:2: .*a secret goes to one host"),
        ("hosts:\n  - host: a.example.org\n    scheme: http\n    bearer: {env: HOME}", "references.yaml:2: .*unencrypted"),
        ("hosts:\n  - host: a.example.org\n    headers: {Host: {env: HOME}}", "references.yaml:2: .*Host is not to be set"),
        ("files:\n  - root: claims", "references.yaml:2: .*an absolute path"),
        ("files:\n  - root: /", "references.yaml:2: .*an absolute path"),
        ("files:\n  - root: /srv/../etc", "references.yaml:2: .*an absolute path"),
        ("files:\n  - root: /srv\nlimits: {bytes: 67108864}", "references.yaml:3: .*more than the 512 MiB"),
        ("files:\n  - root: /srv\nlimits: {total_s: 0}", "references.yaml:3: limits.total_s"),
        ("files:\n  - root: /srv\n  - rot: /x", 'references.yaml:3: "rot"'),
        ("{}", "lists neither hosts nor files"),
        ("", "lists neither hosts nor files"),
        ("- a", "references.yaml"),
        ("hosts: [", "references.yaml:1: not readable as YAML"),
        (b"hosts: \xff", "references.yaml:1: not UTF-8"),
        ("hosts: &a []\nfiles: *a", "references.yaml:1: an anchor"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_nothing_is_used_by_half(write, text: str | bytes, says: str) -> None:
    with pytest.raises(ReferencesError, match=says) as found:
        load(write(text))
    assert "hunter2" not in str(found.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReferencesError, match=r"cannot be read .*check --references"):
        load(tmp_path / "none.yaml")


def test_secrets_are_in_no_representation(write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "a-token-to-keep")
    (tmp_path / "key").write_text("a-token-to-keep", "utf-8")
    rules = load(write(WHOLE))
    assert "a-token-to-keep" not in repr(rules) + repr(rules.hosts)


def test_another_file_has_another_digest(write) -> None:
    one = load(write("files:\n  - root: /srv")).digest
    assert one == load(write("files:\n  - root: /srv")).digest != load(write("files:\n  - root: /srv/x")).digest


def test_the_documented_file_can_be_used(write, tmp_path: Path, authority: hosts.Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    [text] = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    monkeypatch.setenv("API_TOKEN", "a-token")
    (tmp_path / "ca.pem").write_bytes(authority.ca.read_bytes())
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "key").write_text("a-key", "utf-8")
    assert len(load(write(text)).hosts) == 4


def test_the_page_names_every_limit_with_its_default_and_every_reason() -> None:
    defaults: dict[str, str] = {}
    for names, values in re.findall(r"^\| (`[a-z_]+`(?:, `[a-z_]+`)*) \| ([\d, ]+) \|", PAGE, re.MULTILINE):
        defaults |= dict(zip(re.findall(r"`(\w+)`", names), values.split(", "), strict=True))
    assert defaults == {name: f"{value:g}" if isinstance(value, float) else str(value) for name, value in Limits().model_dump().items()}
    assert set(re.findall(r"^\| `(reference\.[a-z-]+)` \|", PAGE, re.MULTILINE)) == {c for c in REASONS if c.startswith("reference.")}
