"""A folder of schemas: read as people fill it and as workers do, whole or not at all, and never trusted further than its digests."""

import base64
import json
import stat
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.words import Schema
from streams.schemastore import made
from streams.schemastore.folder import Folder, SchemaFolderError
from tests.schemastore.records import TEXT

GUID = "00112233-4455-6677-8899-aabbccddeeff"


def put(root: Path, name: str, content: Any) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else (content if isinstance(content, str) else json.dumps(content)).encode())


def found(root: Path, name: str = "7") -> Schema | None:
    return Folder(root).get(name)


@pytest.mark.parametrize(
    ("file", "content", "kind", "text"),
    [
        ("ids/7.avsc", TEXT, "AVRO", TEXT),
        ("ids/7.proto", 'syntax = "proto3";', "PROTOBUF", 'syntax = "proto3";'),
        ("ids/7.desc", b"\x0a\x00", "PROTOBUF", base64.b64encode(b"\x0a\x00").decode()),
        ("ids/7.json", {"type": "object"}, "JSON", '{"type": "object"}'),
        ("ids/7.json", {"schema": TEXT}, "AVRO", TEXT),  # a registry's answer
        ("ids/7.json", {"schema": "{}", "schemaType": "JSON", "id": 7, "subject": "s"}, "JSON", "{}"),
        (f"guids/{GUID}.avsc", TEXT, "AVRO", TEXT),
    ],
)
def test_a_schema_is_found_by_its_name_in_every_form(tmp_path: Path, file: str, content: Any, kind: str, text: str) -> None:
    put(tmp_path, file, content)
    schema = found(tmp_path, GUID if "guids" in file else "7")
    assert schema is not None and (schema.type, schema.text) == (kind, text)
    assert schema.digest == made.schema("other", schema.type, text).digest  # the digest is the schema's, not its name's


def test_files_that_a_plain_schema_names_come_along_what_is_needed_first_first(tmp_path: Path) -> None:
    put(tmp_path, "ids/7.proto", 'import "common/address.proto"; message M {}')
    put(tmp_path, "references/common/address.proto", "import 'zip.proto'; message A {}")
    put(tmp_path, "references/zip.proto", "import 'common/address.proto'; message Z {}")  # each other: read once
    put(tmp_path, "references/unused.proto", "message U {}")
    put(tmp_path, "ids/8.avsc", '{"type": "array", "items": "shop.Address"}')
    put(tmp_path, "references/shop.Address.avsc", TEXT)
    proto, avro = found(tmp_path), found(tmp_path, "8")
    assert proto is not None and [name for name, _ in proto.references] == ["zip.proto", "common/address.proto"]
    assert avro is not None and avro.references == (("shop.Address", TEXT),)


def test_a_registry_s_answer_refers_by_subject_and_version(tmp_path: Path) -> None:
    reference = {"name": "shop.Address", "subject": "common/address", "version": 2}
    put(tmp_path, "ids/7.json", {"schema": "[]", "references": [reference]})
    assert found(tmp_path) is None
    put(tmp_path, "subjects/common%2Faddress/2.json", {"schema": TEXT, "subject": "common/address"})
    schema = found(tmp_path)
    assert schema is not None and schema.references == (("shop.Address", TEXT),)


@pytest.mark.parametrize(
    "content",
    [
        b"{", b"\xff\xfe", {"schema": "x", "schemaType": "THRIFT"}, {"schema": "x", "references": [{"name": "a"}]},
        {"object": "../../../secret"}, {"object": "0" * 64, "subjects": []}, {"object": None}, {"schema": "x", "references": 7},
        {"schema": "x", "references": [{"name": "a", "subject": "..", "version": 1}]},
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_a_schema_that_is_not_there(tmp_path: Path, content: Any) -> None:
    put(tmp_path, "secret.json", TEXT)
    put(tmp_path, "1.json", {"schema": TEXT})
    put(tmp_path, "folder/ids/7.json", content)
    assert found(tmp_path / "folder") is None


texts = st.text(max_size=30)
schemas = st.builds(
    made.schema,
    st.sampled_from(["7", GUID]),
    st.sampled_from(["AVRO", "PROTOBUF", "JSON"]),
    texts,
    st.lists(st.tuples(texts, texts), max_size=3),
    st.lists(texts, max_size=2),
)


@given(schema=schemas)
def test_what_is_kept_is_read_back_the_same(tmp_path_factory: pytest.TempPathFactory, schema: Schema) -> None:
    root = tmp_path_factory.mktemp("schemas")
    Folder(root).put(schema)
    assert found(root, schema.id) == schema


def test_what_was_changed_behind_our_back_is_not_believed(tmp_path: Path) -> None:
    Folder(tmp_path).put(made.schema("7", "AVRO", TEXT))
    (kept,) = (tmp_path / "objects").iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"shop.Person", b"shop.Thief!"))
    assert found(tmp_path) is None


def test_one_content_is_kept_once_whatever_its_numbers_and_cannot_be_run(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for name in ("7", "8", GUID):
        folder.put(made.schema(name, "AVRO", TEXT))
    assert len(list((tmp_path / "objects").iterdir())) == 1
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 4
    assert not any(path.stat().st_mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH) for path in files)


def test_workers_that_keep_the_same_schemas_at_once_leave_whole_files(tmp_path: Path) -> None:
    many = [made.schema(str(n), "AVRO", f'"{n}"' * 1000) for n in range(20)]
    seen: list[Schema | None] = []

    def work() -> None:
        folder = Folder(tmp_path)
        for schema in many:
            folder.put(schema)
            seen.append(folder.get(schema.id))

    workers = [threading.Thread(target=work) for _ in range(6)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(seen, key=lambda s: s.id if s else "") == sorted(many * 6, key=lambda s: s.id)
    assert not list(tmp_path.rglob(".fresh-*"))


def test_a_file_that_another_worker_moves_away_while_the_folder_is_measured_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "objects/.fresh-1", "x")
    look = Path.stat

    def looked(path: Path, **more: Any) -> Any:
        found = look(path, **more)
        if path.name == ".fresh-1":
            path.unlink()
        return found

    monkeypatch.setattr(Path, "stat", looked)
    Folder(tmp_path).put(made.schema("7", "AVRO", TEXT))
    monkeypatch.undo()
    assert Folder(tmp_path).get("7") is not None
    assert not list(tmp_path.rglob(".fresh-*"))


def test_a_folder_that_is_full_is_said_and_not_overrun(tmp_path: Path) -> None:
    folder = Folder(tmp_path, largest=5_000)
    folder.put(made.schema("7", "AVRO", "x" * 1000))
    with pytest.raises(SchemaFolderError, match="5000 bytes"):
        folder.put(made.schema("8", "AVRO", "x" * 4000))
    assert found(tmp_path, "8") is None and found(tmp_path) is not None


def test_a_folder_belongs_to_one_registry(tmp_path: Path) -> None:
    Folder(tmp_path / "new").claim("https://a.example")
    Folder(tmp_path / "new").claim("https://a.example")
    with pytest.raises(SchemaFolderError, match="another registry"):
        Folder(tmp_path / "new").claim("https://b.example")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SchemaFolderError):
        Folder(tmp_path / "file").claim("https://a.example")
    with pytest.raises(SchemaFolderError):
        Folder(tmp_path / "file").put(made.schema("7", "AVRO", TEXT))


def test_a_pipe_or_a_folder_in_place_of_a_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "ids" / "7.avsc").mkdir(parents=True)
    put(tmp_path, "ids/7.json", {"schema": TEXT})
    assert found(tmp_path) is not None
    assert [path.name for path in tmp_path.iterdir()] == ["ids"]  # reading leaves nothing behind
