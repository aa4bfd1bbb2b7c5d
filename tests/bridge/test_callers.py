"""Who gets in: keys and signatures in every form, rotated, wrong, or for a source that there is none of."""

import base64
import hashlib
import hmac
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from streams.bridge.credentials import Doorman
from streams.bridge.sources import load
from tests.bridge.conftest import KEY, NEXT_KEY, SECRET, House

BODY = b'{"EventId":"7f1c0d8e-0000-4000-8000-0000000000a1","Event":"person.changed"}'


def signed(body: bytes, secret: str = SECRET) -> str:
    """As SuperOffice documents it: HMAC-SHA256 of the body with the UTF-8 secret, in base64."""
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


def basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Api-Key": KEY},
        {"x-api-key": NEXT_KEY},
        {"Authorization": f"Bearer {KEY}"},
        {"authorization": f"bearer {NEXT_KEY}"},
        {"Authorization": basic("connxio", KEY)},
        {"X-Api-Key": "an-older-key-that-is-wrong", "Authorization": f"Bearer {KEY}"},
    ],
    ids=["key", "the next key", "bearer", "bearer in lower case", "basic", "one of two is right"],
)
async def test_a_right_key_gets_in(house: House, headers: dict[str, str]) -> None:
    answer = await house.client.post("/v1/connxio", content=b"{}", headers=headers)
    assert answer.status_code == 200
    assert house.written.values == [b"{}"]


WRONG = {
    "no key": ("connxio", {}),
    "a wrong key": ("connxio", {"X-Api-Key": "a-key-of-connxio-in-winter"}),
    "an empty key": ("connxio", {"X-Api-Key": ""}),
    "a part of the key": ("connxio", {"X-Api-Key": KEY[:-1]}),
    "more than the key": ("connxio", {"X-Api-Key": KEY + "x"}),
    "the key's digest": ("connxio", {"X-Api-Key": hashlib.sha256(KEY.encode()).hexdigest()}),
    "a key that is no ASCII": ("connxio", {"X-Api-Key": "nøkkel-til-huset-vårt"}),
    "another scheme": ("connxio", {"Authorization": f"Digest {KEY}"}),
    "broken basic": ("connxio", {"Authorization": "Basic !!!"}),
    "the key as the user": ("connxio", {"Authorization": basic(KEY, "")}),
    "a signature instead of a key": ("connxio", {"X-SuperOffice-Signature": signed(BODY)}),
    "no signature": ("superoffice", {}),
    "another source's key": ("superoffice", {"X-Api-Key": KEY}),
    "the secret itself": ("superoffice", {"X-SuperOffice-Signature": SECRET}),
    "a wrong secret": ("superoffice", {"X-SuperOffice-Signature": signed(BODY, "another-secret-altogether")}),
    "a signature of another body": ("superoffice", {"X-SuperOffice-Signature": signed(BODY + b" ")}),
    "a signature in hex": ("superoffice", {"X-SuperOffice-Signature": base64.b64decode(signed(BODY)).hex()}),
    "an empty signature": ("superoffice", {"X-SuperOffice-Signature": ""}),
    "a signature that is no ASCII": ("superoffice", {"X-SuperOffice-Signature": "ø" * 44}),
    "no such source": ("nobody", {"X-Api-Key": KEY}),
    "no such source, signed": ("nobody", {"X-SuperOffice-Signature": signed(BODY)}),
    "a source in capitals": ("CONNXIO", {"X-Api-Key": KEY}),
    "an empty name": ("%20", {"X-Api-Key": KEY}),
}


@pytest.mark.parametrize("case", WRONG)
async def test_everyone_else_gets_one_and_the_same_answer(house: House, case: str) -> None:
    source, headers = WRONG[case]
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    answer = await house.client.post(f"/v1/{source}", content=BODY, headers=raw)
    nobody = await house.client.post("/v1/nobody", content=BODY)
    assert answer.status_code == 401
    assert (answer.content, dict(answer.headers)) == (nobody.content, dict(nobody.headers))
    assert answer.headers["www-authenticate"] == 'Bearer realm="spor"'
    assert house.written.records == []


async def test_superoffice_s_signature_gets_in(house: House) -> None:
    answer = await house.post("/v1/superoffice", BODY, X_SuperOffice_Signature=signed(BODY), X_SuperOffice_EventId="e-1")
    assert (answer.status_code, answer.json()) == (200, {"delivery_id": "e-1", "records": 1})
    assert house.written.values == [BODY]


def test_the_signature_is_the_one_of_superoffice_s_own_recipe(sources: Callable[..., Path]) -> None:
    """The recipe's steps by OpenSSL's hand: `openssl dgst -sha256 -hmac the-secret-of-superoffice -binary | base64`."""
    path = sources()
    headers = Headers({"X-SuperOffice-Signature": "WkKidyL18wgjdx/T2RwDRdVTLhpFk4/ZoERVagrXFy0="})
    assert Doorman.of(load(path), path).knows_signature("superoffice", headers, b'{"Event":"test"}')


async def test_a_signature_is_checked_over_the_bytes_as_they_came(house: House) -> None:
    body = b'{ "a" : 1.0 ,\r\n "b":"\\u00e5" }'
    assert (await house.post("/v1/superoffice", body, X_SuperOffice_Signature=signed(body))).status_code == 200
    assert house.written.values == [body]


OTHER_SIGNATURES = """
    [sources.hub.signature]
    secrets = [{env = "SUPEROFFICE_SECRET"}, {file = "connxio-next"}]
    header = "X-Hub-Signature-256"
    encoding = "hex"
    prefix = "sha256="
    [sources.long]
    signature = {secrets = [{env = "SUPEROFFICE_SECRET"}], header = "X-Signature", algorithm = "sha512"}
    [sources.apim]
    key_header = "Ocp-Apim-Subscription-Key"
    keys = [{sha256 = "DIGEST"}]
"""


async def test_other_headers_algorithms_encodings_and_stored_digests(make: Callable[..., House]) -> None:
    house = make(OTHER_SIGNATURES.replace("DIGEST", hashlib.sha256(KEY.encode()).hexdigest()))

    async def status(path: str, **headers: str) -> int:
        return (await house.post(path, BODY, **headers)).status_code

    for secret in (SECRET, NEXT_KEY):
        right = hmac.new(secret.encode(), BODY, "sha256").hexdigest()
        assert await status("/v1/hub", X_Hub_Signature_256="sha256=" + right) == 200
        assert await status("/v1/hub", X_Hub_Signature_256="sha256=" + right.upper()) == 200
        assert await status("/v1/hub", X_Hub_Signature_256=right) == 401
        assert await status("/v1/long", X_Hub_Signature_256="sha256=" + right) == 401
    long = base64.b64encode(hmac.new(SECRET.encode(), BODY, "sha512").digest()).decode()
    assert await status("/v1/long", X_Signature=long) == 200
    assert await status("/v1/apim", Ocp_Apim_Subscription_Key=KEY) == 200
    assert await status("/v1/apim", X_Api_Key=KEY) == 401


@given(
    st.text(st.characters(min_codepoint=1, max_codepoint=255), max_size=60),
    st.sampled_from(["X-Api-Key", "Authorization", "X-SuperOffice-Signature"]),
)
def test_no_header_that_is_not_a_credential_gets_in(doorman, text, name):
    headers = Headers(raw=[(name.lower().encode(), text.encode("latin-1"))])
    for source in ("connxio", "superoffice", "nobody"):
        assert not doorman.knows_key(source, headers)
        assert not doorman.knows_signature(source, headers, BODY)


@pytest.fixture(scope="module")
def doorman(tmp_path_factory: pytest.TempPathFactory) -> Doorman:
    path = tmp_path_factory.mktemp("sources") / "sources.toml"
    for name, secret in (("key", KEY), ("secret", SECRET)):
        (path.parent / name).write_text(secret, "utf-8")
    path.write_text("[sources.connxio]\nkeys=[{file='key'}]\n[sources.superoffice]\nsignature={secrets=[{file='secret'}]}", "utf-8")
    return Doorman.of(load(path), path)


async def test_a_body_is_not_read_before_a_key_is_known(house: House) -> None:
    read = 0

    async def chunks() -> AsyncIterator[bytes]:
        nonlocal read
        for _ in range(10):
            read += 1
            yield b"x" * 1000

    answer: httpx.Response = await house.client.post("/v1/connxio", content=chunks(), headers={"X-Api-Key": "a-wrong-key-altogether"})
    assert (answer.status_code, read) == (401, 0)
