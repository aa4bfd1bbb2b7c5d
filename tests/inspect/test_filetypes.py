"""What a content is whose bytes are no text: told by how it begins, from a closed list."""

import io
import zipfile
from typing import get_args

import pytest

from schemas.words import FileType
from streams.inspect.encodings import is_binary
from streams.inspect.filetypes import filetype


def office(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "<x/>")
    return out.getvalue()


EXAMPLES: list[tuple[str, bytes]] = [
    ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
    ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
    ("jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF\0"),
    ("gif", b"GIF89a\x01\0\x01\0"),
    ("tiff", b"MM\0*\0\0\0\x08"),
    ("webp", b"RIFF\x1a\0\0\0WEBPVP8 "),
    ("audio", b"RIFF\x1a\0\0\0WAVEfmt "),
    ("heic", b"\0\0\0\x18ftypheic\0\0\0\0"),
    ("video", b"\0\0\0\x18ftypisom\0\0\0\0"),
    ("docx", office("[Content_Types].xml", "_rels/.rels", "word/document.xml")),
    ("xlsx", office("[Content_Types].xml", "xl/workbook.xml")),
    ("pptx", office("ppt/presentation.xml")),
    ("odf", office("mimetype", "content.xml")),
    ("zip", office("kari.txt")),
    ("zip", office()),
    ("ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("7z", b"7z\xbc\xaf\x27\x1c\0\x04"),
    ("avro", b"Obj\x01\x02\x16avro"),
]


@pytest.mark.parametrize(("kind", "data"), EXAMPLES)
def test_a_file_is_told_by_how_it_begins(kind: str, data: bytes) -> None:
    assert filetype(data) == kind
    assert kind in get_args(FileType)
    assert is_binary(data)


@pytest.mark.parametrize(
    "text", ["ID3;navn;epost", "RIFF er et ord", "PKI og PDF", "MZ 12345", "OggS", "GIF 89", "", "BZh", "abcdftypisom"]
)
def test_text_is_no_file(text: str) -> None:
    assert filetype(text.encode()) is None
