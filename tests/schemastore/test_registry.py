"""Asking a registry: what it has, what it says it has not, what it does not say, and what no answer should be believed."""

import json
from typing import Any

import pytest
from aiohttp import web

from streams.inspect.words import Schema
from streams.schemastore import registry as asked
from streams.schemastore.access import Access, AccessError
from streams.schemastore.made import DEEPEST_REFERENCES, LARGEST, Unanswered
from streams.schemastore.registry import Registry, RegistryRefused
from tests.schemastore.double import MEDIA, RegistryDouble, basic, busy, error, silent, told

AVRO = '{"type": "record", "name": "A", "fields": []}'
GUID = "00112233-4455-6677-8899-aabbccddeeff"


async def fetch(double: RegistryDouble, name: str = "7", **properties: str) -> Schema | None:
    async with Registry(Access.of(double.url, properties)) as registry:
        return await registry.fetch(name)


async def test_a_schema_comes_with_its_type_and_the_subjects_that_have_it() -> None:
    async with RegistryDouble() as double:
        double.add(7, AVRO, subject="b-value")
        double.add(7, AVRO, subject="a-value")
        double.add(8, "syntax = …", "PROTOBUF", guid=GUID)
        found = await fetch(double)
        assert found is not None
        assert (found.id, found.type, found.text, found.subjects) == ("7", "AVRO", AVRO, ("a-value", "b-value"))
        by_guid = await fetch(double, GUID)
        assert by_guid is not None and (by_guid.id, by_guid.type) == (GUID, "PROTOBUF")
        again = await fetch(double, "8")
        assert again is not None and again.digest == by_guid.digest != found.digest


async def test_what_it_refers_to_is_followed_once_each_and_stands_before_what_needs_it() -> None:
    async with RegistryDouble() as double:
        double.add(1, '"zip"', subject=":.ctx:common/zip")
        to_zip = [{"name": "Zip", "subject": ":.ctx:common/zip", "version": 1}]
        double.add(2, '"address"', references=to_zip, subject="address")
        double.add(7, AVRO, references=[*to_zip, {"name": "Address", "subject": "address", "version": 1}])
        found = await fetch(double)
        assert found is not None and found.references == (("Zip", '"zip"'), ("Address", '"address"'))
        assert double.asked.count("/subjects/%3A.ctx%3Acommon%2Fzip/versions/1") == 1


@pytest.mark.parametrize(
    "references",
    [
        [{"name": "X", "subject": "nowhere", "version": 1}],
        [{"name": "X", "subject": "s-value", "version": 9}],
        [{"name": "X", "subject": "s-value", "version": "../../secret"}],
        [{"subject": "s-value", "version": 1}],
        ["X"],
    ],
)
async def test_a_schema_whose_references_lead_nowhere_is_one_that_nobody_has(references: Any) -> None:
    async with RegistryDouble() as double:
        double.add(7, AVRO, references=references)
        assert await fetch(double) is None


async def test_references_without_end_are_followed_to_a_limit() -> None:
    async with RegistryDouble() as double:
        for n in range(DEEPEST_REFERENCES + 2):
            double.add(100 + n, AVRO, references=[{"name": f"N{n}", "subject": f"s{n + 1}", "version": 1}], subject=f"s{n}")
        assert await fetch(double, "100") is None
        double.add(7, AVRO, references=[{"name": "Self", "subject": "self", "version": 1}], subject="self")
        assert await fetch(double) is None


@pytest.mark.parametrize("name", ["99", GUID])
async def test_what_the_registry_says_does_not_exist_does_not_exist(name: str) -> None:
    async with RegistryDouble() as double:
        assert await fetch(double, name) is None


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
async def test_a_registry_that_is_busy_has_not_answered(status: int) -> None:
    async with RegistryDouble() as double:
        double.add(7, AVRO)
        double.fault = busy(1, status, **{"Retry-After": "7"})
        with pytest.raises(Unanswered) as trouble:
            await fetch(double)
        assert (trouble.value.why, trouble.value.wait_s) == (f"status {status}", 7.0)
        assert await fetch(double) is not None


async def test_a_registry_that_is_silent_or_away_has_not_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "TIMEOUT_S", 0.2)
    async with RegistryDouble() as double:
        double.fault = silent
        with pytest.raises(Unanswered):
            await fetch(double)
    with pytest.raises(Unanswered):
        await fetch(double)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"schema": 7}', b"null", b""])
async def test_an_answer_that_is_no_schema_is_no_answer(body: bytes) -> None:
    async def page(_: web.Request) -> web.Response:
        return web.Response(body=body, content_type=MEDIA)

    async with RegistryDouble() as double:
        double.fault = page
        with pytest.raises(Unanswered):
            await fetch(double)


async def test_a_schema_that_is_too_large_or_of_an_unknown_type_is_not_taken() -> None:
    async with RegistryDouble() as double:
        double.add(7, "x" * (LARGEST + 1))
        double.add(8, "x", "THRIFT")
        assert await fetch(double) is None and await fetch(double, "8") is None


@pytest.mark.parametrize(("status", "code"), [(401, 401), (403, 40301), (404, 0), (404, 404), (302, 0), (400, 400)])
async def test_what_asking_again_does_not_mend_ends_it(status: int, code: int) -> None:
    async def refuse(_: web.Request) -> web.Response:
        return error(status, code, "no", Location="http://127.0.0.1:1/")

    async with RegistryDouble() as double:
        double.fault = refuse
        with pytest.raises(RegistryRefused) as refused:
            await fetch(double)
        assert str(status) in str(refused.value)


@pytest.mark.parametrize(
    ("properties", "wanted"),
    [
        ({"basic.auth.user.info": "spor:s3cret:with:colons"}, basic("spor", "s3cret:with:colons")),
        ({"schema.registry.bearer.auth.token": "t0ken"}, "Bearer t0ken"),
    ],
)
async def test_credentials_are_sent_and_never_shown(properties: dict[str, str], wanted: str) -> None:
    async with RegistryDouble() as double:
        double.add(7, AVRO)
        double.credentials = wanted
        assert await fetch(double, **properties) is not None
        with pytest.raises(RegistryRefused):
            await fetch(double)
    access = Access.of("http://registry.example", properties)
    assert "s3cret" not in repr(access) and "t0ken" not in repr(access)


async def test_another_address_is_asked_where_the_first_is_away() -> None:
    async with RegistryDouble() as double:
        double.add(7, AVRO)
        async with Registry(Access.of(f"http://127.0.0.1:1, {double.url}/", {})) as registry:
            assert await registry.fetch("7") is not None


async def test_a_registry_that_does_not_tell_subjects_is_read_all_the_same() -> None:
    async def without(request: web.Request) -> web.Response | None:
        return error(404, 0, "no such resource") if request.path.endswith("/versions") else None

    async with RegistryDouble() as double:
        double.add(7, AVRO)
        double.fault = without
        found = await fetch(double)
        assert found is not None and found.subjects == ()


async def test_a_registry_that_says_the_subject_itself_is_asked_once() -> None:
    async def newer(_: web.Request) -> web.Response:
        return told({"schema": AVRO, "subject": "orders-value", "version": 3, "id": 7, "guid": GUID})

    async with RegistryDouble() as double:
        double.fault = newer
        found = await fetch(double)
        assert found is not None and found.subjects == ("orders-value",) and len(double.asked) == 1


@pytest.mark.parametrize(
    ("address", "properties", "says"),
    [
        ("", {}, "no address"),
        ("registry.example:8081", {}, "not an address"),
        ("file:///etc", {}, "not an address"),
        ("http://spor:s3cret@registry.example", {}, "credentials"),
        ("http://registry.example/?token=s3cret", {}, "query"),
        ("http://registry.example", {"basic.auth.user": "s3cret"}, "'basic.auth.user' is not known"),
        ("http://registry.example", {"basic.auth.user.info": "a:s3cret", "bearer.auth.token": "s3cret"}, "not both"),
    ],
)
def test_an_access_that_cannot_be_is_refused_without_a_secret(address: str, properties: dict[str, str], says: str) -> None:
    with pytest.raises(AccessError) as refused:
        Access.of(address, properties)
    assert says in str(refused.value) and "s3cret" not in str(refused.value)


async def test_an_authority_that_is_no_file_is_said_before_anything_is_asked() -> None:
    with pytest.raises(AccessError, match=r"ssl\.ca\.location"):
        async with Registry(Access.of("https://registry.example", {"ssl.ca.location": "nowhere.pem"})):
            pass


async def test_the_text_is_kept_as_it_came() -> None:
    text = json.dumps({"type": "enum", "name": "E", "symbols": ["Å"]}, ensure_ascii=False, indent=3)
    async with RegistryDouble() as double:
        double.add(7, text)
        found = await fetch(double)
        assert found is not None and found.text == text
