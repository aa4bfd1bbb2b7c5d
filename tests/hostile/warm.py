"""`python -m tests.hostile.warm`: a process with nothing in it but the readers, which reads each case that it is sent in a fork.

The tests' own process is no place to fork from: other tests leave threads, browsers' greenlets and C libraries in it, which a fork has
to collect and cannot.
"""

import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Protocol

from streams.collector import settle
from tests.hostile.case import Case
from tests.hostile.reading import Died, Read, read, told


class Reads(Protocol):
    """Raises Died."""

    def __call__(self, case: Case) -> Read: ...


@contextmanager
def warm() -> Iterator[Reads]:
    with subprocess.Popen([sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        sent, answers = process.stdin, process.stdout
        assert sent is not None
        assert answers is not None

        def reads(case: Case) -> Read:
            pickle.dump(case, sent)
            sent.flush()
            answer = json.loads(answers.readline())
            if "died" in answer:
                raise Died(answer["died"])
            return told(answer)

        yield reads
        sent.close()


def main() -> None:
    settle()  # as an inspector process does
    while True:
        try:
            case = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            answer = asdict(read(case))
        except Died as died:
            answer = {"died": str(died)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
