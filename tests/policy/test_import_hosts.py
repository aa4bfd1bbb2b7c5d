"""The table of hosts: a region at the place where the cloud writes it, and nothing that is a guess."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import hosts
from schemas.hosts import AWS, AZURE, GOOGLE, country_of, region_country
from streams.policy.addresses import of_connection_string, of_url


@pytest.mark.parametrize(
    ("host", "country"),
    [
        ("sftp.abc.westeurope.azurecontainer.io", "NL"),
        ("SFTP.ABC.WESTEUROPE.AZURECONTAINER.IO.", "NL"),
        ("app.env.norwayeast.azurecontainerapps.io", "NO"),
        ("shop-1a2b.swedencentral-01.azurewebsites.net", "SE"),
        ("prod-12.northeurope.logic.azure.com", "IE"),
        ("bucket.s3.eu-north-1.amazonaws.com", "SE"),
        ("bucket.s3-eu-west-1.amazonaws.com", "IE"),
        ("s-1.server.transfer.eu-central-1.amazonaws.com", "DE"),
        ("ec2-1-2-3-4.compute-1.amazonaws.com", "US"),
        ("x.lambda-url.eu-west-3.on.aws", "FR"),
        ("s3.cn-north-1.amazonaws.com.cn", "CN"),
        ("hello-1.europe-north1.run.app", "FI"),
        ("europe-west10-shop.cloudfunctions.net", "DE"),
        ("europe-west1-shop.cloudfunctions.net", "BE"),
        ("europe-north1-pubsub.googleapis.com", "FI"),
        ("pkc-1.eu-north-1.aws.confluent.cloud", "SE"),
        ("org.crm4.dynamics.com", "EU"),
        ("org.api.crm19.dynamics.com", "NO"),
        # no region in the name
        ("acct.blob.core.windows.net", None),
        ("ns.servicebus.windows.net", None),
        ("shop.azurewebsites.net", None),
        ("bucket.s3.amazonaws.com", None),
        ("pubsub.googleapis.com", None),
        ("shop.cloudfunctions.net", None),
        # a customer's own word where a region would stand
        ("eu-north-1.s3.amazonaws.com", None),
        ("westeurope.blob.core.windows.net", None),
        ("x.westeurope.azurewebsites.net", None),
        # a suffix is one by labels
        ("evilwesteurope.azurecontainer.io", None),
        ("x.westeurope.azurecontainer.io.evil.example", None),
        ("westeuropeazurecontainer.io", None),
        ("crm4-dynamics.com", None),
        # a country-code domain is no proof of residency
        ("nettbutikken.no", None),
        ("api.example.se", None),
        ("10.0.0.1", None),
        ("", None),
        (".", None),
    ],
)
def test_a_hosts_country(host: str, country: str | None) -> None:
    assert country_of(host) == country


@given(st.text())
def test_any_text_has_a_country_or_none(host: str) -> None:
    assert country_of(host) is None or re.fullmatch("[A-Z]{2}", country_of(host) or "")


def test_regions_stand_once_and_in_countries() -> None:
    for table in (AZURE, AWS, GOOGLE):
        assert all(re.fullmatch("[A-Z]{2}", country) for country in table.values())
        assert all(re.fullmatch("[a-z0-9-]+", region) for region in table)
    written = [region for text in (hosts._AZURE, hosts._AWS, hosts._GOOGLE) for region in re.findall("[a-z][a-z0-9-]+", text)]
    assert len(written) == len(set(written)) == len(AZURE) + len(AWS) + len(GOOGLE)


@pytest.mark.parametrize(
    ("name", "country"), [("West Europe", "NL"), (" eu-north-1 ", "SE"), ("europe-north1", "FI"), ("Europe", None), ("", None)]
)
def test_a_region_by_its_name(name: str, country: str | None) -> None:
    assert region_country(name) == country


@given(st.text(), st.text())
def test_of_any_address_a_host_or_nothing_is_kept(before: str, after: str) -> None:
    for address in (of_url(before + after), of_url(f"https://{before}@h.example/{after}"), of_connection_string(before + ";" + after)):
        assert address.host is None or re.fullmatch(r"[a-z0-9._:%-]+", address.host)
