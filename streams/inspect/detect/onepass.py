"""One pass of many patterns over a value: which patterns can match in it. May say too much, never too little."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

LATIN: Final = re.compile(r"[\x00-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u012f\u0132-\u017e]*")  # letters that are words and no more
LETTERS: Final = dict.fromkeys(range(0xC0, 0x180), "_")  # of a word, and neither a letter nor a digit of ASCII
OF_LATIN_1: Final = bytes(range(0xC0)) + b"_" * 0x40
WIDE: Final = re.compile(r"[^\x00-\x7f]|\\[uxpPN]")  # a pattern that names characters outside ASCII
MANY: Final = re.compile(r"(?:\(\?:[a-z]{2,24}\)\|){20,}\(\?:[a-z]{2,24}\)")  # a list of words such as all top-level domains …
ANY_WORD: Final = "[a-z]{2,24}"  # … read as any word, …
LONG: Final = re.compile(r"\{1,[0-9]{3,}\}")  # … and a long run as one without end: says too much, and compiles in a hundredth of the time

FLAGS: Final = re.MULTILINE | re.DOTALL
BIT: Final = (1).__lshift__
Scan = Callable[[bytes], int]  # the bits of the patterns that match in these bytes


class OnePass:
    """`masks(texts)`: for each text a bit per pattern, set where the pattern may match. `patterns` are Python's or the regex module's.

    With `engine` None every value is read by `re`, pattern by pattern; else by the engine that `hyperscan()` gives.
    """

    def __init__(self, patterns: Sequence[str], *, ignore_case: bool = False, hyperscan: bool = True) -> None:
        self.everything = (1 << len(patterns)) - 1
        compiled = _engine(patterns, ignore_case) if hyperscan else None
        self._scan: Scan | None
        self._always: int
        self._scan, self._always = compiled or (None, 0)
        flags = FLAGS | (re.IGNORECASE if ignore_case else 0)
        self._plain = () if self._scan else tuple((1 << at, re.compile(p, flags).search) for at, p in enumerate(patterns))
        self._wide = sum(1 << at for at, pattern in enumerate(patterns) if WIDE.search(pattern.translate(LETTERS)))

    def masks(self, texts: Sequence[str]) -> list[int]:
        """In the order of the texts. A text with characters beyond ASCII and Latin letters gets every bit."""
        return [self.mask(text) for text in texts]

    def mask(self, text: str) -> int:
        """Of one text."""
        if self._scan is None:
            return self._one_by_one(text)
        if text.isascii():
            return self._always | self._scan(text.encode())
        if LATIN.fullmatch(text):
            return self._always | self._wide | self._scan(_in_ascii(text))
        return self.everything

    def _one_by_one(self, text: str) -> int:
        return sum(bit for bit, search in self._plain if search(text)) if LATIN.fullmatch(text) else self.everything


def _in_ascii(text: str) -> bytes:
    try:
        return text.encode("latin-1").translate(OF_LATIN_1)
    except UnicodeEncodeError:
        return text.translate(LETTERS).encode()


def _engine(patterns: Sequence[str], ignore_case: bool) -> tuple[Scan, int] | None:
    """The compiled patterns, and the bits of those that the engine cannot read and that are always set; None where there is no engine."""
    try:
        import hyperscan  # noqa: PLC0415 - only a built detector needs it, and not every machine has it
    except ImportError:
        return None
    flags = hyperscan.HS_FLAG_MULTILINE | hyperscan.HS_FLAG_DOTALL | (hyperscan.HS_FLAG_CASELESS if ignore_case else 0)
    flags |= hyperscan.HS_FLAG_SINGLEMATCH  # megabytes of digits are told of once, and not digit by digit
    taken: list[tuple[bytes, int, int]] = []
    always = 0
    for at, pattern in enumerate(patterns):
        wider = LONG.sub("+", MANY.sub(ANY_WORD, pattern.translate(LETTERS)))
        flag = next((f for f in (flags, flags | hyperscan.HS_FLAG_PREFILTER) if _compiles(hyperscan, wider, f)), None)
        if flag is None:
            always |= 1 << at
        else:
            taken.append((wider.encode(), at, flag))
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=[p for p, _, _ in taken], ids=[i for _, i, _ in taken], elements=len(taken), flags=[f for _, _, f in taken]
    )

    def scan(data: bytes) -> int:
        found: list[int] = []
        database.scan(data, match_event_handler=_told, context=found)
        return sum(map(BIT, found)) if found else 0

    return scan, always


def _told(pattern: int, start: int, end: int, flag: int, found: Any) -> None:
    found.append(pattern)


def _compiles(hyperscan: Any, pattern: str, flag: int) -> bool:
    try:
        hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK).compile(expressions=[pattern.encode()], ids=[0], elements=1, flags=[flag])
    except hyperscan.error:
        return False
    return True
