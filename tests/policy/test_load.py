"""Policies from a folder: what counts, what replaces what, and every mistake at its line with what was meant."""

from pathlib import Path

import pytest

from streams.policy.check import errors, unused, warnings
from streams.policy.load import gather, load
from streams.policy.problems import PolicyError
from tests.inspect.tag.build import PACK, REGISTRY

MINIMAL = "pack: small\nversion: 1\nrole: controller\n"


def folder(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_yaml", ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def said(root: Path) -> list[str]:
    """Each problem as `line: message`."""
    return [f"{p.line}: {p.says}" for p in errors(gather(root))]


def test_without_a_folder_the_shipped_packs_are_there_and_no_flow_is() -> None:
    policy = load(None)
    assert {"connxio", "connxio-own", "connectmyapps", "connectmyapps-own"} <= policy.packs.keys()
    assert policy.entries == ()


def test_packs_and_registry_are_read_from_any_yaml_file_below_the_folder(tmp_path: Path) -> None:
    policy = load(
        folder(tmp_path, packs__webshop_yaml=PACK, registry__orders_yaml=REGISTRY, plain_yaml=MINIMAL, **{".hidden_yaml": "x: y"})
    )
    assert {"webshop-no", "small", "connxio"} <= policy.packs.keys()
    assert [entry.id for entry in policy.entries] == ["orders-erp-to-carrier"]


def test_the_folder_replaces_all_shipped_versions_of_a_pack(tmp_path: Path) -> None:
    policy = load(folder(tmp_path, mine_yaml="pack: connxio\nversion: own\nrole: processor\nvalid_from: 2030-01-01\n"))
    assert [held.pack.version for held in policy.packs["connxio"]] == ["own"]


def test_norway_is_a_country_and_a_date_a_text(tmp_path: Path) -> None:
    policy = load(folder(tmp_path, a_yaml=PACK.replace("valid_to: null", "valid_to: 2025-12-31"), b_yaml=REGISTRY))
    (held,) = policy.packs["webshop-no"]
    assert (held.pack.version, held.pack.recipients[0].country, held.pack.valid_to) == ("2025-01-10", "NO", "2025-12-31")
    (entry,) = policy.entries
    assert entry.contract is not None
    assert entry.contract.endpoints[0].country == "NO"
    assert entry.contract.pass_through is False
    assert entry.facts.asked()["consent"].yes == ("true", "granted")
    assert entry.facts.asked()["customer"].yes == "present"


def test_null_is_nothing_only_where_a_field_may_be_empty(tmp_path: Path) -> None:
    text = MINIMAL + "title: null\nvalid_to:\ncategories: ~\nrecipients: [{name: null, note: null}]\n"
    (held,) = load(folder(tmp_path, a_yaml=text)).packs["small"]
    assert (held.pack.title, held.pack.valid_to, held.pack.categories.declared) == ("untitled", None, ())
    assert (held.pack.recipients[0].name, held.pack.recipients[0].note) == ("null", None)


def mistakes(name: str) -> list[tuple[str, list[str]]]:
    """The cases of a file beside this one: what stands in a policy file, and what is said of it."""
    _, *cases = (Path(__file__).parent / name).read_text("utf-8").rstrip("\n").split("\n====\n")
    return [(text, said.split("\n")) for text, said in (case.split("\n----\n") for case in cases)]


@pytest.mark.parametrize(("text", "expected"), mistakes("mistakes_in_packs.txt"))
def test_a_mistake_in_a_pack_is_said_at_its_line_with_what_was_meant(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert said(folder(tmp_path, a_yaml=MINIMAL + text)) == expected


@pytest.mark.parametrize(("text", "expected"), mistakes("mistakes_in_registry.txt"))
def test_a_mistake_in_the_registry_is_said_at_its_line(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert said(folder(tmp_path, a_yaml=text)) == expected


def test_all_mistakes_of_all_files_are_said_in_one_run(tmp_path: Path) -> None:
    root = folder(tmp_path, a_yaml="pack: a\nversion: 1\nrole: x\ntitel: y\n", b_yaml="a: [", c_yaml="flows: [{id: a}]")
    with pytest.raises(PolicyError) as failed:
        load(root)
    assert [(Path(p.file).name, p.line) for p in failed.value.problems] == [
        ("a.yaml", 3),
        ("a.yaml", 4),
        ("b.yaml", 1),
        ("c.yaml", 1),
        ("c.yaml", 1),
    ]
    assert "(" not in str(failed.value).partition(": ")[0]


def test_the_same_pack_version_or_flow_id_twice_is_an_error(tmp_path: Path) -> None:
    root = folder(tmp_path, a_yaml=PACK, b_yaml=PACK, c_yaml=REGISTRY, d_yaml="\n" + REGISTRY)
    assert said(root) == [
        f"1: pack webshop-no version 2025-01-10 stands here a second time; the first is in {tmp_path / 'a.yaml'}:1",
        f"3: flow orders-erp-to-carrier stands here a second time; the first is in {tmp_path / 'c.yaml'}:2",
    ]


def test_what_works_and_is_hardly_meant_is_a_warning(tmp_path: Path) -> None:
    odd = PACK.replace("instrument: 2021/914", "instrument: 2021/915") + "\n"
    entry = (
        REGISTRY.replace("context: order", "context: ordre")
        .replace("consent:", "konsent:")
        .replace("processor: connxio", "processor: conxio")
    )
    lonely = "  - {id: other, match: {topic: t}, controller: nobody}\n"
    own = {"webshop-no", "small"}
    read = gather(folder(tmp_path, a_yaml=odd, b_yaml=entry + lonely, c_yaml=MINIMAL))
    assert errors(read) == []
    texts = [p.says for p in warnings(read)]
    assert [t for t in texts if "law table" in t] and [t for t in texts if "no pack of controller nobody" in t]
    assert 'orders-erp-to-carrier: no pack of processor conxio; did you mean "connxio"?' in texts
    assert 'orders-erp-to-carrier: webshop-no knows no context ordre; did you mean "order"?' in texts
    assert "orders-erp-to-carrier: no purpose of webshop-no asks for konsent" in texts
    assert [p.says for p in unused(read, own)] == ["small: no flow of the registry has this controller"]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    assert said(tmp_path) == []  # a dangling link is no file
    (tmp_path / "folder.yaml").mkdir()
    assert said(tmp_path) == []


def test_a_large_registry_is_read_and_matched(tmp_path: Path) -> None:
    match = "{{platform: connxio, flow_id: id-{0}, document_type: Order}}"
    flow = f"  - {{{{id: f{{0}}, match: {match}, controller: webshop-no, contract: {{{{sender: [ERP]}}}}}}}}\n"
    files = {f"p{i}_yaml": MINIMAL.replace("small", f"small-{i}") for i in range(200)}
    policy = load(folder(tmp_path, r_yaml="flows:\n" + "".join(flow.format(i) for i in range(2_000)), w_yaml=PACK, **files))
    assert (len(policy.entries), len(policy.packs) >= 200) == (2_000, True)
