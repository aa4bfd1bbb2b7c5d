"""The host and the protocol of an address, and nothing else of it: users, passwords, signatures, paths and queries are left behind."""

import ipaddress
import re
from dataclasses import dataclass
from typing import Final

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,19})://")
_LABEL: Final = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_PORTS: Final = {"21": "ftp", "22": "sftp", "80": "http", "443": "https"}  # where the address itself names no protocol
_STORAGE: Final = {"blob": "blob", "file": "file", "fileshare": "file", "queue": "queue", "table": "table", "datalake": "dfs"}


@dataclass(frozen=True, slots=True)
class Address:
    """`host` None: no constant. `macro`: it is put together for each message, so no constant could be had."""

    host: str | None = None
    protocol: str | None = None
    macro: bool = False


def of_url(text: str, protocol: str | None = None) -> Address:
    """The address of a URL or of a bare host. `protocol` holds where neither the URL nor its port says one."""
    scheme = _SCHEME.match(text)
    rest = text[scheme.end() :] if scheme else text
    authority = re.split(r"[/?#\\]", rest, maxsplit=1)[0].rpartition("@")[2]
    said = scheme[1].lower() if scheme else None
    if "{" in authority:
        return Address(None, said or protocol, macro=True)
    bracketed = re.fullmatch(r"\[([^\]]*)\](?::([0-9]*))?", authority)
    name, _, port = (bracketed[1], "", bracketed[2] or "") if bracketed else authority.partition(":")
    return Address(_host(name, bare=scheme is None), said or _PORTS.get(port) or protocol)


def of_connection_string(text: str, kind: str | None = None) -> Address:
    """The address of an Azure connection string; `kind` is the sort of storage (Blob, File, Queue …), where it is one."""
    pairs = (part.partition("=") for part in text.split(";"))
    said = {key.strip().lower(): value.strip() for key, _, value in pairs}
    service = _STORAGE.get((kind or "").replace(" ", "").lower())
    endpoint = said.get("endpoint") or (said.get(f"{service}endpoint") if service else None)
    if endpoint:
        return of_url(endpoint)
    account, protocol = said.get("accountname"), said.get("defaultendpointsprotocol", "https").lower()
    if account and service:
        return of_url(f"{protocol}://{account}.{service}.{said.get('endpointsuffix') or 'core.windows.net'}")
    return Address(macro="{" in text)


def _host(name: str, *, bare: bool) -> str | None:
    """A host's name or number in lower case. A bare word without a dot is none: it may be anything, a key included."""
    try:
        return str(ipaddress.ip_address(name))
    except ValueError:
        pass
    try:
        host = name.strip().rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    return host if len(host) <= 253 and _HOST.fullmatch(host) and ("." in host or not bare) else None
