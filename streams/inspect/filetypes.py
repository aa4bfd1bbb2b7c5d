"""Tell what kind of file some bytes are by how they begin: pictures, documents, archives; a closed list."""

import re
from typing import Final

from schemas.words import FileType

_MAGIC: Final[tuple[tuple[bytes, FileType], ...]] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty one
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "ole"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"BZh9", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x04\x22\x4d\x18", "lz4"),
    (b"Obj\x01", "avro"),
    (b"PAR1", "parquet"),
    (b"OggS\0", "audio"),
    (b"ID3\x03", "audio"),
    (b"ID3\x04", "audio"),
    (b"fLaC\0", "audio"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\0", "program"),
)
_ANY: Final = tuple(magic for magic, _ in _MAGIC)
_RIFF: Final[dict[bytes, FileType]] = {b"WEBP": "webp", b"WAVE": "audio", b"AVI ": "video"}
_BOXES: Final[dict[bytes, FileType]] = {b"heic": "heic", b"heix": "heic", b"mif1": "heic", b"avif": "heic", b"M4A ": "audio"}
_LOOKED_AT: Final = 64 * 1024  # bytes of a zip file, in which the parts of an office document are named
_PARTS: Final[tuple[tuple[bytes, FileType], ...]] = (
    (b"word/", "docx"),
    (b"xl/", "xlsx"),
    (b"ppt/", "pptx"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "odf"),
    (b"mimetypeapplication/epub+zip", "epub"),
)
_PART: Final = re.compile(rb"PK\x03\x04(?=.{26}(.{1,60}))", re.DOTALL)  # a local file header, and its name
SHORTEST: Final = 12  # bytes by which every type is told, but for the parts of a zip


def filetype(data: bytes) -> FileType | None:
    """The type; None for text, and for bytes that begin as no file of the list does."""
    if data.startswith(_ANY):
        found = next(name for magic, name in _MAGIC if data.startswith(magic))
        return _office(data) if found == "zip" else found
    if data.startswith(b"RIFF"):
        return _RIFF.get(data[8:12])
    if data[4:8] == b"ftyp" and data[0] == 0:
        return _BOXES.get(data[8:12], "video")
    return None


def _office(data: bytes) -> FileType:
    names = [part[1] for part in _PART.finditer(data, 0, _LOOKED_AT)]
    return next((kind for begins, kind in _PARTS if any(name.startswith(begins) for name in names)), "zip")
