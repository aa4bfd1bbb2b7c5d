"""Reads a reference: a URL of a host that may be asked, or of a file in a folder that may be read. In doubt it is refused."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote_to_bytes

from yarl import URL

from streams.references.rules import Listed, Rules

LONGEST: Final = 8192  # characters; signed URLs have a few hundred
REFUSED: Final = "reference.refused"
_WHOLE: Final = re.compile(r"(?:https?|file)://[\x21-\x7e]+", re.IGNORECASE)  # visible ASCII alone: nothing that two readers read as two
_SEGMENT: Final = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+")  # RFC 3986 §3.3, not empty


class NotOpened(Exception):
    """There is no content. `reason` is a code of schemas.reasons; nothing of the reference is in here."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True, repr=False)
class Remote:
    """A place on a host of the list."""

    url: URL  # encoded as it came: a signature covers its very bytes
    listed: Listed

    @property
    def origin(self) -> tuple[str, str, int]:
        return self.url.scheme, self.url.raw_host or "", self.listed.rule.at

    @property
    def key(self) -> str:
        """The host and its port, as one that fails is remembered."""
        return f"{self.url.raw_host}:{self.listed.rule.at}"


@dataclass(frozen=True, slots=True, repr=False)
class Local:
    """A file below a folder of the list, as far as its name says."""

    root: Path
    names: tuple[str, ...]


def locate(reference: str, rules: Rules) -> Remote | Local:
    """Where a reference leads. Raises NotOpened where it leads to nothing that is listed, or cannot be read beyond doubt."""
    text = reference.strip()
    if len(text) > LONGEST or "\\" in text or not _WHOLE.fullmatch(text):
        raise NotOpened(REFUSED)
    try:
        url = URL(text, encoded=True)
        return _local(url, rules) if url.scheme == "file" else _remote(url, rules)
    except ValueError:  # no port, no host, brackets that are not closed
        raise NotOpened(REFUSED) from None


def _remote(url: URL, rules: Rules) -> Remote:
    host, port = url.raw_host, url.port
    if not host or port is None or url.raw_user is not None or url.raw_password is not None or "@" in url.raw_authority:
        raise NotOpened(REFUSED)
    if not host.islower() and ":" not in host:
        host = host.lower()
        url = url.with_host(host)
    listed = rules.host(url.scheme, host, port)
    if listed is None:
        raise NotOpened(REFUSED)
    return Remote(url.with_fragment(None), listed)


def _local(url: URL, rules: Rules) -> Local:
    if url.raw_authority not in ("", "localhost") or url.raw_query_string or url.raw_fragment:
        raise NotOpened(REFUSED)
    names = tuple(_name(segment) for segment in url.raw_path.removeprefix("/").split("/"))
    for root in sorted(rules.roots, key=lambda r: -len(r.parts)):
        above = root.parts[1:]
        if names[: len(above)] == above and len(names) > len(above):
            return Local(root, names[len(above) :])
    raise NotOpened(REFUSED)


def _name(segment: str) -> str:
    """One name on the way to a file, its percent signs taken off once."""
    if not _SEGMENT.fullmatch(segment):
        raise NotOpened(REFUSED)
    try:
        name = unquote_to_bytes(segment).decode("utf-8")
    except UnicodeDecodeError:
        raise NotOpened(REFUSED) from None
    if name in (".", "..") or "/" in name or "\\" in name or not name.isprintable():
        raise NotOpened(REFUSED)
    return name
