"""A folder's policies as bytes: one look, its digest, what is kept of it, and how two of them differ."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.policy.candidate import NOTHING, Candidate, Inventory
from streams.policy.files import Files, NotKept
from streams.policy.load import load, read_folder
from streams.policy.problems import PolicyError
from streams.policy.read import Read, read
from tests.inspect.tag.build import PACK, REGISTRY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "policies"
    (made / "packs").mkdir(parents=True)
    (made / "packs" / "webshop.yaml").write_text(PACK, "utf-8")
    (made / "flows.yaml").write_text(REGISTRY, "utf-8")
    (made / ".hidden.yaml").write_text("pack: [", "utf-8")
    (made / "readme.txt").write_text("not a policy", "utf-8")
    return made


def test_a_look_holds_what_a_start_reads_and_judges_alike(folder: Path) -> None:
    files = Files.of(folder)
    assert list(files.held) == ["flows.yaml", "packs/webshop.yaml"]
    with files.laid_out() as copy:
        assert load(copy).digest == load(folder).digest == Candidate.of(files, folder).digest
    assert not copy.exists()
    assert [(f.value, f.line) for f in files.read(folder).packs] == [(f.value, f.line) for f in read_folder(folder).packs]


@pytest.mark.parametrize("change", ["content", "name", "more", "less"])
def test_another_content_name_or_number_of_files_is_another_look(folder: Path, change: str) -> None:
    before = Files.of(folder).digest
    pack = folder / "packs" / "webshop.yaml"
    if change == "content":
        pack.write_text(PACK + "\n", "utf-8")
    elif change == "name":
        pack.rename(folder / "packs" / "shop.yaml")
    elif change == "more":
        (folder / "empty.yaml").touch()
    else:
        pack.unlink()
    assert Files.of(folder).digest != before


def test_files_that_do_not_count_make_no_other_look(folder: Path) -> None:
    before = Files.of(folder).digest
    (folder / ".hidden.yaml").unlink()
    (folder / "readme.txt").write_text("other", "utf-8")
    assert Files.of(folder).digest == before


def test_a_folder_that_is_gone_is_a_problem_and_not_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="is no folder, or is not there"):
        Files.of(tmp_path / "gone")


def test_problems_name_the_place_in_the_folder_and_not_in_a_copy(folder: Path) -> None:
    (folder / "flows.yaml").write_text(REGISTRY.replace("platform: connxio", "platform: conxio"), "utf-8")
    with pytest.raises(PolicyError) as caught:
        Candidate.of(Files.of(folder), folder)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (str(folder / "flows.yaml"), 3)
    assert 'did you mean "connxio"?' in problem.says


_NAMES = st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".yaml")


@given(held=st.dictionaries(_NAMES, st.binary(max_size=40), max_size=5))
def test_what_was_kept_comes_back(tmp_path_factory: pytest.TempPathFactory, held: dict[str, bytes]) -> None:
    path, files = tmp_path_factory.mktemp("kept") / "last-good.zip", Files.made(held)
    Files.made({"before.yaml": b""}).keep(path)
    files.keep(path)
    assert Files.kept(path) == files
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o77 == 0


@pytest.mark.parametrize("name", ["../../etc/x.yaml", "/etc/x.yaml", "a/../../x.yaml"])
def test_an_archive_that_reaches_outside_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "kept.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "pack: x")
    with pytest.raises(NotKept, match="outside the folder"):
        Files.kept(path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"pack: webshop\n"])
def test_an_archive_that_is_none_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "kept.zip"
    path.write_bytes(data)
    with pytest.raises(NotKept, match="is no archive of kept policies"):
        Files.kept(path)


def test_policies_that_cannot_be_kept_say_so(tmp_path: Path) -> None:
    with pytest.raises(NotKept, match="cannot be kept"):
        Files.made({}).keep(tmp_path / "no" / "such" / "folder.zip")


def inventory(*texts: str) -> Inventory:
    into = Read()
    for text in texts:
        read(text.encode(), "f", into)
    assert into.problems == []
    return Inventory.of(into)


STORES = 'stores: [{host: "*.blob.example", country: NL, processor: connxio}]\n'


@pytest.mark.parametrize(
    ("before", "after", "packs", "flows", "stores"),
    [
        ([], [PACK, REGISTRY], (1, 0, 0), (1, 0, 0), (0, 0, 0)),
        ([PACK], [PACK.replace("2025-01-10", "2026-01-10")], (1, 1, 0), (0, 0, 0), (0, 0, 0)),
        ([PACK], [PACK.replace("open: false", "open: true")], (0, 0, 1), (0, 0, 0), (0, 0, 0)),
        ([REGISTRY], [REGISTRY.replace("test: false", "test: true")], (0, 0, 0), (0, 0, 1), (0, 0, 0)),
        ([STORES], [STORES.replace("NL", "NO")], (0, 0, 0), (0, 0, 0), (0, 0, 1)),
        ([PACK, REGISTRY, STORES], [], (0, 1, 0), (0, 1, 0), (0, 1, 0)),
        ([PACK, "# a comment\n" + REGISTRY], [REGISTRY, PACK], (0, 0, 0), (0, 0, 0), (0, 0, 0)),
    ],
)
def test_what_changed_is_counted(before: list[str], after: list[str], packs: object, flows: object, stores: object) -> None:
    changes = inventory(*after).since(inventory(*before))
    assert [(c.added, c.removed, c.changed) for c in (changes.packs, changes.flows, changes.stores)] == [packs, flows, stores]


def test_a_pack_with_other_content_under_its_old_version_is_named() -> None:
    assert inventory(PACK.replace("open: false", "open: true")).rewritten(inventory(PACK)) == ["webshop-no@2025-01-10"]
    assert inventory(PACK).rewritten(inventory(PACK)) == inventory(PACK).rewritten(NOTHING) == []
