"""The walls of the house, read from its imports: arrows point one way, values stay inside, and no import has an effect."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STAGES = ("unwrap", "decode", "detect", "tag")
PRESIDIO = "streams/inspect/detect/presidio.py"
KAFKA_CLIENTS = {"faust", "mode", "aiokafka", "confluent_kafka", "kafka"}
IMPURE = {  # what rules may not have: a clock, chance, the network, processes, files, an environment, a log
    *("time", "random", "secrets", "socket", "ssl", "http", "urllib.request", "requests", "httpx", "asyncio", "threading"),
    *("multiprocessing", "subprocess", "signal", "os", "io", "pathlib", "shutil", "tempfile", "logging", "structlog", "sqlite3"),
}
IMPURE_CALLS = {"open", "input", "print", "eval", "exec", "__import__"}
CLOCK_CALLS = {"now", "utcnow", "today", "uuid1", "uuid4"}
MOST_LINES = 300
MOST_TEST_LINES = 450
MOST_FUNCTION_LINES = 60


def _python(*folders: str) -> list[Path]:
    return sorted(p for folder in folders for p in (ROOT / folder).rglob("*.py"))


HOUSE = _python("schemas", "streams")
EVERYTHING = [*HOUSE, *_python("tests", "benchmarks")]
RULES = _python("streams/inspect", "streams/ledger")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _module(path: Path) -> str:
    return _name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imports(path: Path) -> set[str]:
    """Every module named by an import anywhere in the file: inside functions and for types only, too."""
    found = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)}: relative import"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _within(module: str, names: set[str]) -> bool:
    return any(module == name or module.startswith(name + ".") for name in names)


def _offenders(files: list[Path], wrong: set[str]) -> list[str]:
    return [f"{_name(f)} imports {m}" for f in files for m in sorted(_imports(f)) if _within(m, wrong)]


def _ours(path: Path) -> set[str]:
    return {m for m in _imports(path) if m.split(".")[0] in ("schemas", "streams")}


def test_there_is_a_house():
    assert len(HOUSE) > 20
    assert len(RULES) > 10


def test_schemas_import_nothing_of_ours():
    assert not _offenders(_python("schemas"), {"streams", "tests"})


@pytest.mark.parametrize("room", ["inspect", "ledger"])
def test_rules_import_only_schemas_and_their_own_room(room):
    allowed = {"schemas", f"streams.{room}"}
    wrong = [f"{_name(f)} imports {m}" for f in _python(f"streams/{room}") for m in _ours(f) - {"streams"} if not _within(m, allowed)]
    assert not wrong


@pytest.mark.parametrize("stage", STAGES)
def test_stages_do_not_know_each_other(stage):
    others = {f"streams.inspect.{other}" for other in STAGES if other != stage} | {"streams.inspect.inspector"}
    assert not _offenders(_python(f"streams/inspect/{stage}"), others)


def test_the_inspector_s_shared_words_know_no_stage():
    shared = [p for p in (ROOT / "streams/inspect").glob("*.py") if p.name != "inspector.py"]
    assert not _offenders(shared, {f"streams.inspect.{stage}" for stage in STAGES} | {"streams.inspect.inspector"})


def test_kafka_clients_are_imported_by_the_machinery_only():
    assert not _offenders([*_python("schemas"), *RULES], KAFKA_CLIENTS)


def test_presidio_is_imported_by_one_file():
    assert [_name(f) for f in HOUSE if any(_within(m, {"presidio_analyzer"}) for m in _imports(f))] == [PRESIDIO]


def test_nothing_shipped_imports_the_tests():
    assert not _offenders(HOUSE, {"tests", "benchmarks", "pytest", "hypothesis"})


def test_rules_have_no_clock_no_chance_no_network_no_files_and_no_log():
    files = [f for f in RULES if _name(f) != PRESIDIO]
    assert not _offenders(files, IMPURE)


def test_rules_call_nothing_that_reads_a_clock_or_a_file():
    wrong = []
    for path in RULES:
        for node in ast.walk(_tree(path)):
            if not isinstance(node, ast.Call):
                continue
            named = node.func.id if isinstance(node.func, ast.Name) else None
            asked = node.func.attr if isinstance(node.func, ast.Attribute) else None
            if named in IMPURE_CALLS or asked in CLOCK_CALLS:
                wrong.append(f"{_name(path)}:{node.lineno} {named or asked}")
    assert not wrong


def test_no_circles():
    graph = {_module(f): set() for f in HOUSE}
    for f in HOUSE:
        graph[_module(f)] = {m for m in _imports(f) if m in graph and m != _module(f)} - {"schemas", "streams"}
    assert not list(_circles(graph))


def _circles(graph: dict[str, set[str]]) -> Iterator[str]:
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> Iterator[str]:
        if module in way:
            yield " -> ".join((*way[way.index(module) :], module))
        elif module not in done:
            for other in sorted(graph[module]):
                yield from visit(other, (*way, module))
            done.add(module)

    for module in sorted(graph):
        yield from visit(module, ())


QUIET = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)


def _is_quiet(node: ast.stmt) -> bool:
    """A statement that only names things."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):
        test = ast.unparse(node.test)
        return test == "TYPE_CHECKING" or test.startswith(("__name__ ==", "sys.version_info"))
    return isinstance(node, QUIET)


def test_the_top_level_of_a_module_only_names_things():
    doors = {"streams/cli/main.py"}  # where commands are registered
    wrong = [f"{_name(f)}:{node.lineno}" for f in HOUSE if _name(f) not in doors for node in _tree(f).body if not _is_quiet(node)]
    assert not wrong


def test_the_environment_is_not_read_at_import():
    wrong = []
    for path in HOUSE:
        inside = {
            id(n) for f in ast.walk(_tree(path)) if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) for n in ast.walk(f)
        }
        wrong += [
            f"{_name(path)}:{n.lineno}"
            for n in ast.walk(_tree(path))
            if isinstance(n, ast.Attribute) and n.attr in ("environ", "getenv") and id(n) not in inside
        ]
    assert not wrong


WATCH = """
import sys
events = []
def watch(event, args):
    if event in ("socket.connect", "socket.bind", "subprocess.Popen", "os.system", "os.putenv", "os.mkdir", "os.remove", "os.rename"):
        events.append(event)
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        events.append("open for writing")
sys.dont_write_bytecode = True
import importlib
import croniter, faust, presidio_analyzer, uvicorn  # what third parties do on their own import is not ours
sys.addaudithook(watch)
for name in sys.argv[1:]:
    importlib.import_module(name)
print(sorted(set(events)))
"""


def test_importing_the_whole_house_opens_connects_and_starts_nothing():
    modules = [_module(f) for f in HOUSE]
    done = subprocess.run([sys.executable, "-c", WATCH, *modules], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip() == "[]"


def test_a_package_s_face_is_one_docstring():
    wrong = [_name(f) for f in HOUSE if f.name == "__init__.py" and (len(_tree(f).body) != 1 or not ast.get_docstring(_tree(f)))]
    assert not wrong


def test_every_file_opens_with_a_sentence():
    written = [f for f in EVERYTHING if f.read_bytes().strip()]
    wrong = [_name(f) for f in written if not re.search(r"[.!:)]$", (ast.get_docstring(_tree(f)) or "").split("\n\n")[0])]
    assert not wrong


def _most(path: Path) -> int:
    return MOST_TEST_LINES if path.is_relative_to(ROOT / "tests") else MOST_LINES


def test_files_and_functions_fit_in_the_head():
    wrong = [f"{_name(f)}: {n} lines" for f in EVERYTHING if (n := len(f.read_text("utf-8").splitlines())) > _most(f)]
    for path in HOUSE:
        for node in ast.walk(_tree(path)):
            if (
                isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
                and (n := (node.end_lineno or 0) - node.lineno + 1) > MOST_FUNCTION_LINES
            ):
                wrong.append(f"{_name(path)}: {node.name} has {n} lines")
    assert not wrong


def test_an_excuse_to_the_tools_names_its_rule_and_gives_its_reason():
    excuse = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?P<rest>[^\n]*)")
    named = re.compile(r"(?::\s*[A-Z]+[0-9]+(?:,\s*[A-Z]+[0-9]+)*|\[[a-z-]+(?:,\s*[a-z-]+)*\])\s+[#-]\s+\w")
    wrong = [
        f"{_name(f)}:{number}"
        for f in EVERYTHING
        if f != Path(__file__)
        for number, line in enumerate(f.read_text("utf-8").splitlines(), 1)
        for match in excuse.finditer(line)
        if not named.match(match["rest"])
    ]
    assert not wrong


def test_the_project_speaks_of_itself_alone():
    """No path of one machine, no unfinished work, no numbers of a tracker that a reader cannot open."""
    foreign = re.compile(r"/(?:home|Users|root)/\w|/work/|\.\./shared|\bTODO\b|\bFIXME\b|\bXXX\b|[Ii]ssue #?\d+\b")
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    wrong = []
    for name in listed.split("\n"):
        path = ROOT / name
        if not name or path == Path(__file__) or not path.is_file() or path.suffix in (".png", ".lock", ".db"):
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        wrong += [f"{name}: {match[0]}" for match in foreign.finditer(text)]
    assert not wrong
