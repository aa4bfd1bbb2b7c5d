"""Which addresses are public: everything that leads into a network of our own, or nowhere, is not."""

import ipaddress
from collections.abc import Iterable
from typing import Final

from streams.references.rules import Network

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# IANA's special-purpose registries (RFC 6890 and its successors). Written out: what the standard library calls
# global has changed between its versions, and counts translated and tunnelled addresses in.
_NOT_PUBLIC_4: Final = tuple(
    ipaddress.IPv4Network(net)
    for net in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"),
        *("192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
        *("224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # Azure's own services, as every virtual machine there sees them
    )
)
_PUBLIC_6: Final = ipaddress.IPv6Network("2000::/3")  # all that has been given out; mapped, translated, local ones lie outside
_NOT_PUBLIC_6: Final = tuple(
    ipaddress.IPv6Network(net)
    for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")  # protocols and Teredo, documentation, 6to4
)


def is_public(address: Address) -> bool:
    """Whether it is an ordinary address of the internet. One that wraps another (mapped, translated, 6to4) never is."""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in net for net in _NOT_PUBLIC_4)
    return address in _PUBLIC_6 and not any(address in net for net in _NOT_PUBLIC_6)


def may_be_asked(address: str, listed: Iterable[Network]) -> bool:
    """Whether a host at this address may be asked: it is public, or in a network that is listed. What is no address may not."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.scope_id is not None:
        return False
    return is_public(parsed) or any(parsed in net for net in listed)
