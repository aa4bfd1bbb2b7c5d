"""Which addresses may be asked: public ones, listed ones, and none that wraps another."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.references.addresses import is_public, may_be_asked

PUBLIC = ["1.1.1.1", "8.8.8.8", "20.60.0.1", "172.15.255.255", "172.32.0.0", "100.63.255.255", "100.128.0.0", "192.169.0.0"]
PUBLIC_6 = ["2606:4700::1111", "2a00:1450:400f::200e", "2620:1ec::1", "2001:4860:4860::8888"]
NOT_PUBLIC = {
    "this machine": ["127.0.0.1", "127.255.255.254", "0.0.0.0", "::1", "::"],
    "private": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
    "shared by carriers": ["100.64.0.1", "100.127.255.255"],
    "link-local": ["169.254.0.1", "169.254.169.254", "fe80::1", "fe80::1%eth0"],
    "unique local": ["fc00::1", "fd00:ec2::254"],
    "site-local": ["fec0::1"],
    "multicast and broadcast": ["224.0.0.1", "239.255.255.250", "255.255.255.255", "ff02::1"],
    "reserved": ["240.0.0.1", "192.0.0.170", "198.18.0.1", "4000::1", "5f00::1"],
    "documentation": ["192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
    "mapped": ["::ffff:10.0.0.1", "::ffff:8.8.8.8", "::ffff:127.0.0.1"],
    "translated": ["64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1"],
    "tunnelled": ["2002:7f00:1::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    "a cloud's own": ["168.63.129.16"],
}
NOT_ADDRESSES = ["", "localhost", "127.1", "0x7f.0.0.1", "017700000001", "2130706433", "1.2.3.4/8", "1.2.3.4 ", "1.2.3.4:80"]


@pytest.mark.parametrize("address", [*PUBLIC, *PUBLIC_6])
def test_an_ordinary_address_of_the_internet_may_be_asked(address: str) -> None:
    assert may_be_asked(address, ())


@pytest.mark.parametrize("address", [a for group in NOT_PUBLIC.values() for a in group])
def test_one_that_is_not_public_may_not_be_asked(address: str) -> None:
    assert not may_be_asked(address, ())


@pytest.mark.parametrize("address", NOT_ADDRESSES)
def test_what_is_no_address_may_not_be_asked_whatever_is_listed(address: str) -> None:
    assert not may_be_asked(address, [ipaddress.ip_network("0.0.0.0/0"), ipaddress.ip_network("::/0")])


def test_a_network_that_is_listed_may_be_asked_and_its_mapped_form_may_not() -> None:
    listed = [ipaddress.ip_network("10.1.0.0/16"), ipaddress.ip_network("fd00:1::/32")]
    assert [may_be_asked(a, listed) for a in ("10.1.2.3", "fd00:1::5", "10.2.0.1", "fd00:2::5", "::ffff:10.1.2.3")] == [
        *(True, True),
        *(False, False, False),
    ]


@given(st.ip_addresses())
def test_nothing_is_public_that_the_standard_library_calls_private_or_multicast(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if is_public(address):
        assert address.is_global and not address.is_multicast
