"""Devices: IP and MAC addresses by Presidio's recognizers, IMEI by its Luhn digit."""

import ipaddress
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from stdnum import luhn

from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import TEST_POPULATION, Candidate
from streams.inspect.detect.presidio import Hit, Presidio

DOTTED_QUAD: Final = re.compile(r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]")
GROUPS: Final = re.compile(r"::|(?:[0-9A-Fa-f]{1,4}:){6}[0-9A-Fa-f]{1,4}")
MAC: Final = re.compile(
    r"[0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-]|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}"
)
IMEI: Final = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][.\-])[0-9]{2}[- ]?[0-9]{6}[- ]?[0-9]{6}[- ]?[0-9](?![0-9A-Za-z])(?![.\-][0-9])")
BODIES: Final = words("00 01 10 30 33 35 44 45 49 50 51 52 53 54 86 91 98 99")  # who gives the first eight digits (GSMA TS.06)
REMEMBERED: Final = 4_096  # addresses; a log repeats them
OF_LONGER, OF_MORE = re.compile(r"[0-9]\.$"), re.compile(r"\.[0-9]")  # before and behind what is part of a longer number
TEST_BODY: Final = "00"  # devices that are being built
VERSION: Final = re.compile(
    r"(?:\bv|ver\.?|version|versjon|versie|release|build|firmware|fw|oid|section|kap\.?|§|chapter|chrome/|safari/|/)[ :=]*$", re.IGNORECASE
)
PRODUCT: Final = re.compile(r"[A-Za-z][\w.\-]*/$")  # a product token of a User-Agent: Chrome/120.0.0.0


def addresses(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """IPv4 and IPv6 of some machine; not versions, object ids, masks, loopback or the unspecified address."""
    if not (DOTTED_QUAD.search(text) or GROUPS.search(text)):
        return
    end = 0
    for hit in presidio.find("IpRecognizer", text):
        if hit.start < end or not _is_of_a_machine(text, hit):
            continue
        end = hit.end
        yield Candidate(hit.start, hit.end, "IP_ADDRESS", "IpRecognizer", 0.93, ("pattern",), not _may_be_version(text, hit))


def _is_of_a_machine(text: str, hit: Hit) -> bool:
    before, after = text[max(0, hit.start - 2) : hit.start], text[hit.end : hit.end + 2]
    if OF_LONGER.search(before) or OF_MORE.match(after) or before[-1:].isalpha() or after[:1].isalpha():
        return False
    return _is_somewhere(text[hit.start : hit.end])


@lru_cache(maxsize=REMEMBERED)
def _is_somewhere(written: str) -> bool:
    """Whether it is the address of one machine that others reach."""
    if "." not in written and (written.count(":") < 3 or not any(c.isdigit() for c in written)):
        return False
    interface = ipaddress.ip_interface(written.partition("%")[0])
    if interface.ip.is_unspecified or interface.ip.is_loopback or interface.ip.is_multicast:
        return False
    if interface.version == 4:
        wide = "/" in written and interface.network.num_addresses > 1 and interface.ip == interface.network.network_address
        return not wide and not written.startswith(("255.", "0."))
    return written.count(":") >= 3 and any(c.isdigit() for c in written)


def _may_be_version(text: str, hit: Hit) -> bool:
    """1.2.3.4: single digits, or after a word that says so, or after Chrome/ in a User-Agent."""
    if hit.end - hit.start == len("1.2.3.4"):
        return True
    before = text[max(0, hit.start - 24) : hit.start]
    return bool(VERSION.search(before) and not before.endswith("://")) or bool(PRODUCT.search(before))


def hardware(text: str, presidio: Presidio) -> Iterator[Candidate]:
    """MAC addresses; Cisco's dotted form only with a letter, since amounts and dates look like it."""
    if not MAC.search(text):
        return
    for hit in presidio.find("MacAddressRecognizer", text):
        written = text[hit.start : hit.end]
        lettered = any(c.isalpha() for c in written)
        adjoins = re.search(r"[0-9A-Fa-f][:\-.]$", text[max(0, hit.start - 2) : hit.start]) or re.match(
            r"[:\-.][0-9A-Fa-f]", text[hit.end : hit.end + 2]
        )
        if not adjoins:
            yield Candidate(hit.start, hit.end, "MAC_ADDRESS", "MacAddressRecognizer", 0.94, ("pattern",), lettered or ":" in written)


def imeis(text: str) -> Iterator[Candidate]:
    """Fifteen digits with Luhn, as one card in ten has: needs a witness, and then wins over the card."""
    for found in IMEI.finditer(text):
        number = re.sub("[- ]", "", found.group())
        if number.strip("0") and luhn.is_valid(number):
            test = (TEST_POPULATION,) if number.startswith(TEST_BODY) else ()
            yield Candidate(*found.span(), "IMEI", "Imei", 0.9 if number[:2] in BODIES else 0.8, ("checksum", *test))
