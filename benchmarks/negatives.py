"""Values that are nobody's and look as if they were: years, codes, hostnames, order lines, measurements, identifiers of machines."""

from collections.abc import Mapping, Sequence
from random import Random
from types import MappingProxyType
from typing import Final
from uuid import UUID

from streams.traffic.identifiers import digits, seeded

EACH: Final = 200  # values of a kind that is made

SAID: Final[Mapping[str, Sequence[tuple[str, str]]]] = MappingProxyType(  # kind: (field, value)
    {
        "browsers and systems": [
            ("userAgent", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Safari/605.1.15"),
            ("browser", "Safari"), ("browser", "Opera"), ("os", "Windows 11"), ("client", "Chrome/120.0.0.0"), ("device", "iPhone 15 Pro"),
        ],
        "hostnames": [
            ("host", "srv-prod-01.internal.example.com"), ("endpoint", "https://api.example.com/v2/orders"),
            ("server", "db.example.org:5432"), ("bucket", "s3://exports.example.net/2025/11"), ("queue", "orders.inbound"),
            ("domain", "example.org"),
        ],
        "fields that contain a word": [
            ("acid_level", "7.2"), ("filename", "export.csv"), ("hostname", "app-3"), ("emailTemplate", "order-confirmation"),
            ("phoneModel", "Galaxy S24"), ("nameSpace", "core"), ("addressType", "delivery"), ("personalised", "true"),
            ("genderNeutral", "false"), ("birthdayCampaign", "spring"), ("accountingPeriod", "2025-11"), ("shipName", "Nordlys"),
            ("usernameRequired", "true"), ("cityTax", "12.50"), ("streetlightId", "SL-104"), ("passwordPolicy", "strong"),
        ],
        "products and companies": [
            ("productName", "Kongsberg Stol Classic"), ("itemDescription", "Maling hvit 10 l"), ("supplierName", "Nordisk Transport AS"),
            ("company", "Bakkeri Hansen AS"), ("brand", "Helly Hansen"), ("category", "Herre/Sko"), ("warehouse", "Lager Øst"),
            ("carrier", "PostNord"), ("projectName", "Nytt Bygg Bergen"), ("campaign", "Black Friday"),
        ],
        "words of systems": [
            ("status", "Completed"), ("createdBy", "system"), ("modifiedBy", "integration"), ("level", "info"), ("currency", "NOK"),
            ("country", "Norway"), ("language", "nb-NO"), ("unit", "stk"), ("state", "Pending"), ("type", "Order"),
        ],
    }
)  # fmt: skip
MADE: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(  # kind: fields that such a value stands in
    {
        "years": ("year", "modelYear", "fiscalYear"),
        "dates and instants": ("orderDate", "createdAt", "dueDate"),
        "amounts": ("amount", "totalPrice", "vat"),
        "GTINs": ("gtin", "ean", "barcode"),
        "codes": ("sku", "productCode", "hsCode"),
        "UUIDs": ("id", "correlationId", "messageId"),
        "bare numbers": ("value", "reference", "sequence"),
        "versions": ("version", "build", "schemaVersion"),
        "measurements": ("weight", "lengthMm", "temperature"),
        "hashes": ("checksum", "etag", "commit"),
    }
)


def negatives() -> dict[str, list[tuple[str, str]]]:
    """(field, value) by kind: the same each time."""
    made = {kind: [_made(kind, fields, seeded("negatives", kind, number)) for number in range(EACH)] for kind, fields in MADE.items()}
    return {kind: list(pairs) for kind, pairs in SAID.items()} | made


def _made(kind: str, fields: Sequence[str], rng: Random) -> tuple[str, str]:
    return rng.choice(fields), _value(kind, rng)


def _value(kind: str, rng: Random) -> str:
    day = f"{rng.randrange(2015, 2027)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
    values = {
        "years": lambda: str(rng.randrange(1950, 2035)),
        "dates and instants": lambda: day + rng.choice(["", "T08:15:30Z", "T23:59:59.123+01:00"]),
        "amounts": lambda: f"{rng.randrange(1, 1_000_000)}.{rng.randrange(100):02}",
        "GTINs": lambda: _gtin(rng),
        "codes": lambda: f"{rng.choice(['AB', 'XK', 'M'])}-{digits(rng, 4)}{rng.choice(['', '-B', 'X'])}",
        "UUIDs": lambda: str(UUID(int=rng.getrandbits(128), version=4)),
        "bare numbers": lambda: digits(rng, rng.randrange(3, 10)),
        "versions": lambda: ".".join(str(rng.randrange(30)) for _ in range(rng.randrange(2, 5))),
        "measurements": lambda: f"{rng.randrange(10_000)}{rng.choice(['', '.5', ' kg', ' mm'])}",
        "hashes": lambda: f"{rng.getrandbits(160):040x}",
    }
    return values[kind]()


def _gtin(rng: Random) -> str:
    stem = "703" + digits(rng, 9)
    check = -sum(int(digit) * (1 + 2 * (at % 2)) for at, digit in enumerate(stem)) % 10
    return f"{stem}{check}"
