"""Searches everything that was written for every planted value, byte by byte."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path


def leaked(values: Iterable[str], places: Iterable[Path], folder: Path) -> list[str]:
    """`file: value` for each planted value that stands in one of the files, as it is or with JSON's escapes."""
    grep = shutil.which("grep")
    assert grep, "grep is needed for the search"
    patterns = folder / "values.txt"
    known = {form for value in values for form in (value, json.dumps(value)[1:-1])}
    patterns.write_text("\n".join(sorted(known)) + "\n", "utf-8")
    command = [grep, "--text", "--only-matching", "--with-filename", "--fixed-strings", f"--file={patterns}", *map(str, places)]
    done = subprocess.run(command, capture_output=True, check=False, env={"LC_ALL": "C"})
    assert done.returncode in (0, 1), done.stderr.decode()
    return sorted(set(done.stdout.decode("utf-8", "replace").splitlines()))
