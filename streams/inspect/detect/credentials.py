"""Credentials that stand inside other texts: user and password of a URL, Basic authorization."""

import base64
import re
from binascii import Error
from collections.abc import Iterator
from typing import Final

from streams.inspect.detect.candidate import Candidate

USERINFO: Final = re.compile(r"(?<![\w+.\-])[A-Za-z][A-Za-z0-9+.\-]{1,20}://([^/\s:@?#]{1,100})(?::([^/\s@?#]{1,200}))?@(?=[\w\[])")
BASIC: Final = re.compile(r"(?<![A-Za-z])Basic ([A-Za-z0-9+/]{8,400}={0,2})(?![A-Za-z0-9+/=])", re.IGNORECASE)
REPOSITORIES: Final = frozenset({"git", "hg", "svn"})  # the accounts under which everybody fetches code
ABOVE_MAIL: Final = 0.99  # `sftp://kari@sftp.example.com` is a login, and reads as an address


def credentials(text: str) -> Iterator[Candidate]:
    """Logins and passwords by their place alone."""
    if "://" in text and "@" in text:
        for found in USERINFO.finditer(text):
            start, end = found.span(1)
            if found.group(1) not in REPOSITORIES:
                yield Candidate(start, end, "USERNAME", "UrlUserInfo", ABOVE_MAIL, ("pattern",), True)
            if found.group(2) is not None:
                yield Candidate(*found.span(2), "PASSWORD", "UrlUserInfo", ABOVE_MAIL, ("pattern",), True)
    if "asic " in text or "ASIC " in text:
        for found in BASIC.finditer(text):
            if _is_pair(found.group(1)):
                yield Candidate(*found.span(1), "PASSWORD", "BasicAuthorization", ABOVE_MAIL, ("pattern",), True)


def _is_pair(token: str) -> bool:
    try:
        return b":" in base64.b64decode(token, validate=True)
    except Error:
        return False
