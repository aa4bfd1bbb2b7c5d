"""Credentials that stand inside other texts: user and password of a URL, Basic authorization, tokens and keys by how they begin."""

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
# JSON Web Tokens, and the keys that services mark as theirs so that they can be told. The signature of an address (`sig=`) is none of
# them: so platforms hand over a message's content, each claim check has one, and its query is cut before anything is written.
TOKEN: Final = re.compile(
    r"(?<![\w.\-])(?:eyJ[\w\-]{8,3000}\.eyJ[\w\-]{4,3000}\.[\w\-]{16,1000}"
    r"|A(?:KI|SI)A[0-9A-Z]{16}|gh[pousr]_[0-9A-Za-z]{36,255}|github_pat_[0-9A-Za-z_]{22,255}|glpat-[\w\-]{20,64}"
    r"|xox[abeprs]-[0-9A-Za-z\-]{10,255}|[rs]k_(?:live|test)_[0-9A-Za-z]{16,255}|AIza[\w\-]{35}|SG\.[\w\-]{16,64}\.[\w\-]{16,64})(?![\w\-])"
    r"|-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY-----[0-9A-Za-z+/=\s]{1,4000}"
    r"|(?<=earer )[\w.~+/\-]{20,3000}=*|(?<=AccountKey=)[0-9A-Za-z+/]{40,120}={0,2}",
    re.ASCII,
)
HEADS_OF_KEYS: Final = (  # what each of them begins with, for the one pass
    r"eyJ[0-9A-Za-z_\-]{8}|A(?:KI|SI)A[0-9A-Z]{16}|gh[pousr]_[0-9A-Za-z]{36}|github_pat_|glpat-|xox[abeprs]-[0-9A-Za-z]|[rs]k_(?:live|test)_"
    r"|AIza[0-9A-Za-z_\-]{35}|SG\.[0-9A-Za-z_\-]{16}|PRIVATE KEY-----|earer [0-9A-Za-z_.~+/\-]{20}|AccountKey="
)


def tokens(text: str) -> Iterator[Candidate]:
    """Tokens and keys that open a door by themselves; a word `Bearer` needs a digit in what follows it."""
    for found in TOKEN.finditer(text):
        if any(char.isdigit() for char in found.group()) or found.group().startswith("-----"):
            yield Candidate(*found.span(), "PASSWORD", "Token", ABOVE_MAIL, ("pattern",), True)


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
