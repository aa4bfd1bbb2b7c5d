"""`docs/coverage.md`, made from the table of reasons: `python -m tests.docs.coverage` writes it anew."""

from pathlib import Path

from schemas.reasons import REASONS

PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"
HEAD = """\
# Coverage: what was not read, and why

Every Flow says how far its message was scanned (`coverage.scanned`) and why not further (`coverage.reasons`). Anything worse than `full` is
never `compliant`: it is a `gap` with the rule `coverage.<word>`.

| word | meaning |
| --- | --- |
| `full` | everything was read |
| `partial` | a budget was reached or a part was broken; what could be read was scanned |
| `opaque` | binary, encrypted, an image |
| `reference` | the content is elsewhere (claim check), or its logging is switched off |
| `undecodable` | nothing of the body could be read |

A *broken* reason also writes one dead letter per Flow: coordinates, stage and reason, never the payload. The word is what the reason alone
brings a Flow to; it is `partial` wherever something of the body was read all the same.

| reason | word | broken | stage | meaning |
| --- | --- | --- | --- | --- |
"""


def page() -> str:
    """The whole page; the table in the order of the codes."""
    rows = (
        f"| `{r.code}` | `{r.scanned or 'full'}` | {'broken' if r.broken else ''} | {r.stage} | {r.says} |\n"
        for r in sorted(REASONS.values(), key=lambda r: r.code)
    )
    return HEAD + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
