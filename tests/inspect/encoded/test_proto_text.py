"""The text of .proto files: what is declared is understood, what says something of a field is kept, what is no schema is refused."""

import base64
import contextlib

import pytest
from google.protobuf import descriptor_pb2
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.encoded import proto
from streams.inspect.encoded.proto_link import Types
from streams.inspect.encoded.proto_text import parsed
from streams.inspect.encoded.proto_words import BadProto
from tests.inspect.encoded.protos import SHOP, shop_file


def types(text: str, *imported: str) -> Types:
    return Types((*map(parsed, imported), parsed(text)))


def hints(text: str, message: str = "M") -> dict[str, tuple[str, ...]]:
    return {field.name: field.hints for field in types(text).messages[message].fields.values()}


def test_a_schema_as_text_and_as_descriptors_declares_the_same() -> None:
    compiled = proto.types(base64.b64encode(shop_file().SerializeToString()).decode())
    written = proto.types(SHOP)
    assert compiled is not None and written is not None
    for name in ("shop.Order", "shop.Order.Customer", "shop.Order.CountsEntry", "shop.Other"):
        ours, theirs = written.messages[name].fields, compiled.messages[name].fields
        assert {n: (f.name, f.kind, f.repeated) for n, f in ours.items()} == {n: (f.name, f.kind, f.repeated) for n, f in theirs.items()}


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ('string a = 1 [(confluent.field_meta).tags = "PII"];', ("tag PII",)),
        ('string a = 1 [(confluent.field_meta) = {tags: "PII" tags: "GDPR"}];', ("tag PII", "tag GDPR")),
        ('string a = 1 [(.confluent.field_meta) = { doc: "The " "mail", tags: ["PII"] }];', ("doc The mail", "tag PII")),
        ('string a = 1 [json_name = "b", (acme.note) = { x: { y: [1, 2] } z: -1.5e+3 }];', ()),
        ("// The mail\n  // of a customer\n string a = 1;", ("doc The mail of a customer",)),
        ("/* The mail\n * of a customer */ string a = 1;", ("doc The mail of a customer",)),
        ("string a = 1; // The mail", ("doc The mail",)),
        ("string a = 1;\n// of the next field", ()),
        ("int32 z = 9; // of another field\n string a = 1;", ()),
        ("map<string, string> a = 1; // Mails by name", ("doc Mails by name",)),
    ],
)
def test_what_a_field_s_options_and_comments_say_is_kept(field: str, said: tuple[str, ...]) -> None:
    assert hints(f'syntax = "proto3"; message M {{\n{field}\n}}')["a"] == said


def test_the_tags_of_a_message_hold_for_its_fields() -> None:
    text = (
        'message M { option (confluent.message_meta) = { tags: ["PII"], doc: "A person" }; optional string a = 1; optional int32 b = 2; }'
    )
    assert hints(text) == {"a": ("tag PII",), "b": ("tag PII",)}


def test_tags_in_descriptors_are_the_registry_s_own_option() -> None:
    file = shop_file()
    field = file.message_type[0].field[0]
    meta = b"\x0a\x08The mail" + b"\x1a\x03PII"
    field.options.MergeFromString(b"\x82\x44" + bytes((len(meta),)) + meta)  # field 1088
    compiled = proto.types(base64.b64encode(descriptor_pb2.FileDescriptorSet(file=[file]).SerializeToString()).decode())
    assert compiled is not None
    assert compiled.messages["shop.Order"].fields[1].hints == ("tag PII", "doc The mail")


def test_a_name_means_what_the_innermost_scope_says() -> None:
    text = """
    package a.b;
    message X { optional int32 outer = 1; }
    message M {
      message X { optional string inner = 1; }
      message N { optional X near = 1; optional .a.b.X far = 2; optional b.X by_part = 3; optional c.Y elsewhere = 4; }
    }
    """
    found = types(text, "package c; message Y { optional string y = 1; }").messages["a.b.M.N"].fields
    assert [found[n].message.name for n in (1, 2, 3, 4) if found[n].message] == ["a.b.M.X", "a.b.X", "a.b.X", "c.Y"]


def test_keywords_may_be_names() -> None:
    text = "message M { optional string message = 1; optional int32 enum = 2; optional bool option = 3; optional string group = 4;"
    text += " optional string reserved = 5; optional string extend = 6; optional string oneof = 7; optional string map = 8; }"
    assert [f.name for f in types(text).messages["M"].fields.values()] == [
        "message",
        "enum",
        "option",
        "group",
        "reserved",
        "extend",
        "oneof",
        "map",
    ]


def test_an_edition_and_an_empty_statement_are_read() -> None:
    text = 'edition = "2023"; option features.field_presence = EXPLICIT;; message M { string a = 1 [features.x = Y];; enum E { A = 0;; } };'
    assert hints(text) == {"a": ()}


@pytest.mark.parametrize(
    "text",
    [
        "message", "message M", "message M {", "message M { string a = ; }", "message M { string a = 1 }", "message M { string = 1; }",
        "message M { string a = x1; }", "message M { map<string> a = 1; }", "enum E { A }", "extend M {", 'package "x";', "message 5 {}",
        "/* never closed", '"never closed', "message M { string a = 1 [(confluent.field_meta) = {tags: ];", "\x00", "§", "}" ,
        "message M {" * 3000, "message M { oneof a {" + " oneof b {" * 3000, "message M { optional group G = 1 {" * 3000,
    ],
)  # fmt: skip
def test_text_that_is_no_schema_is_refused_or_declares_nothing(text: str) -> None:
    with contextlib.suppress(BadProto):
        assert not parsed(text).messages
    assert proto.read(b"\x00", text).reasons <= {"schema.invalid", "schema.mismatch"}


@pytest.mark.parametrize("scope", ["a." * 100 + "a", "a" * 600])
def test_a_scope_that_is_too_deep_or_too_long_to_look_through_is_refused(scope: str) -> None:
    for declared in ("message M { N n = 1; }", "extend M { N n = 1; }"):
        assert proto.read(b"\x00", f"package {scope}; {declared}").reasons == {"schema.invalid"}


@given(st.data())
def test_a_schema_with_something_cut_out_is_refused_or_read(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SHOP)))
    end = data.draw(st.integers(start, min(len(SHOP), start + 200)))
    reading = proto.read(b"\x00\x0a\x01x", SHOP[:start] + data.draw(st.sampled_from(["", "{", "}", ";", '"', "<", "= 7"])) + SHOP[end:])
    assert reading.reasons <= {"schema.invalid", "schema.mismatch", "schema.fields"}


@given(st.binary(max_size=60))
def test_bytes_that_are_no_descriptors_are_refused_or_read(data: bytes) -> None:
    reading = proto.read(b"\x00", base64.b64encode(b"\x0a" + data).decode())
    assert reading.reasons <= {"schema.invalid", "schema.mismatch"}
