"""E-mail addresses: Presidio's recognizer on the bounded neighbourhood of each `@`, so that no text is hostile to it."""

import re
from collections.abc import Iterator
from typing import Final

from schemas.words import ValueState
from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.presidio import Presidio

LOCAL: Final = 64  # octets of a local part at most (RFC 5321 4.5.3.1.1)
DOMAIN: Final = 255  # octets of a domain at most (RFC 5321 4.5.3.1.2)
BEFORE: Final = re.compile(r"[!#$%&'*+\-/=?^_`{|}~.\w]*")  # read from the at-sign back
AFTER: Final = re.compile(r"[\w.\-]{1,255}")
DOTTED: Final = re.compile(r"@(?=[\w\-]{1,63}\.\w)")
MASKED: Final = re.compile(
    r"(?<![\w*])[\w.\-]{0,64}\*{2,64}[\w.\-*]{0,64}@[\w.\-*]{1,255}|(?<![\w.*])[\w.\-]{1,64}@[\w\-]{0,63}\*{2,63}[\w.\-*]{0,192}"
)
PRIVATE: Final = words("example test invalid local localhost localdomain lan internal intern corp home private")  # RFC 2606, 6762 and use
PRIVATE_ADDRESS: Final = re.compile(r"[\w][\w.+\-]{0,63}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){0,8}\.([A-Za-z]{2,24})")
TRAILING: Final = ".-"  # what no domain ends in: most often the end of a sentence
ENDINGS: Final = 6  # endings that are cut off in turn: example.org-20251130.csv.gz
SEGMENT: Final = re.compile(r"[A-Z]{2,3}[+:]")  # an EDIFACT tag or qualifier: COM+kari@…
IMAGE: Final = re.compile(r"[0-9]x\.[a-z]{3,4}$", re.IGNORECASE)  # icon@2x.png
ODD: Final = re.compile(r"xxx|x\.", re.IGNORECASE)  # it may be masked, or such an image
REMOTE: Final = re.compile(r"(?:git|hg|svn|org-[0-9]{1,12})@")  # the account of a repository: git@host:path, org-1@host:path
RECOGNIZER: Final = "EmailRecognizer"


def mails(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """Every address in the text, in order, without overlaps; masked ones as `masked`."""
    if len(text) <= LOCAL and not text.startswith("git@") and presidio.is_address(text):
        if not IMAGE.search(text):
            masked = "xxx" in text.lower().partition("@")[0]
            yield Candidate(0, len(text), "EMAIL_ADDRESS", RECOGNIZER, 0.98, ("pattern",), True, "masked" if masked else "clear")
        return
    end = 0
    for at in DOTTED.finditer(text):
        start, stop = _neighbourhood(text, at.start())
        start = max(start, end)
        if start >= at.start():
            continue
        for candidate in _addresses(text[start:stop], presidio):
            end = start + candidate.end
            if not REMOTE.match(text, start + candidate.start):
                yield candidate.shifted(start)
    if "*" in text:
        for found in MASKED.finditer(text):
            if any(c.isalnum() for c in found.group()):
                yield Candidate(*found.span(), "EMAIL_ADDRESS", RECOGNIZER, 0.85, ("pattern",), True, "masked")


def plain(text: str, presidio: Presidio) -> Candidate | None:
    """The only address of a text that is an address and nothing else; None where it takes a second look."""
    if len(text) > LOCAL or not presidio.is_address(text) or text.startswith("git@") or ODD.search(text):
        return None
    return Candidate(0, len(text), "EMAIL_ADDRESS", RECOGNIZER, 0.98, ("pattern",), True)


def _neighbourhood(text: str, at: int) -> tuple[int, int]:
    before, after = BEFORE.match(text[max(0, at - LOCAL) : at][::-1]), AFTER.match(text, at + 1)
    return at - (before.end() if before else 0), after.end() if after else at + 1


def _addresses(piece: str, presidio: Presidio) -> Iterator[Candidate]:
    """Presidio's addresses in the piece; where it finds none, what is left when a file's ending or an inner network's is told apart."""
    hits = presidio.find(RECOGNIZER, piece.rstrip(TRAILING))
    if not hits and (own := _of_private_domain(piece)):
        yield own
        return
    ahead = 0 if hits else _prefix(piece)
    if ahead:
        piece = piece[ahead:]
        hits = presidio.find(RECOGNIZER, piece)
    for _ in range(ENDINGS):
        if hits:
            break
        piece = piece[: max(piece.rfind(c) for c in "._-")]
        if "." not in piece.partition("@")[2]:
            return
        hits = presidio.find(RECOGNIZER, piece)
    for hit in hits:
        address = piece[hit.start : hit.end]
        if not IMAGE.search(address):
            skip, cut = _prefix(address), _suffix(address)
            state: ValueState = "masked" if "**" in address or "xxx" in address.lower().partition("@")[0] else "clear"
            start, end = ahead + hit.start + skip, ahead + hit.end - cut
            yield Candidate(start, end, "EMAIL_ADDRESS", RECOGNIZER, 0.98, ("pattern",), True, state)


def _suffix(address: str) -> int:
    """Code points after the address proper: an underscore is in no domain, but in many file names."""
    domain = address.partition("@")[2]
    at = domain.find("_")
    return len(domain) - at if at > 0 and "." in domain[:at] else 0


def _prefix(address: str) -> int:
    """Code points before the address proper: `mailto:` never gets here, EDIFACT tags and `key=` do."""
    local = address.partition("@")[0]
    at = max(local.rfind("="), local.rfind("/"), local.rfind("?"), local.rfind("'"), local.rfind("|"), local.rfind("&"), local.rfind("`"))
    if tag := SEGMENT.match(local):
        at = max(at, tag.end() - 1)
    at = max(at, local.rfind("++") + 1 if "++" in local else at)
    return at + 1 if at + 1 < len(local) else 0


def _of_private_domain(piece: str) -> Candidate | None:
    """An address under a suffix that no list has: the reserved ones of examples and tests, and those of inner networks."""
    found = PRIVATE_ADDRESS.search(piece)
    if found is None or found.group(1).lower() not in PRIVATE:
        return None
    return Candidate(*found.span(), "EMAIL_ADDRESS", "PrivateDomainEmail", 0.9, ("pattern",), True)
