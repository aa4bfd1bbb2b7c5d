"""What can be wrong with policy files: each problem names file, line, what is wrong and what was probably meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schemas.model import SporError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    file: str
    line: int  # 1-based; 0 where it concerns the whole file
    says: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.says}" if self.line else f"{self.file}: {self.says}"

    def row(self) -> dict[str, Any]:
        return {"file": self.file, "line": self.line or None, "message": self.says}


class PolicyError(SporError):
    """Policies that cannot be used. `problems` holds all that was found; nothing is judged by half a policy."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        rest = f" (and {len(problems) - 5} more)" if len(problems) > 5 else ""
        head = "; ".join(map(str, problems[:5]))
        super().__init__(f"{head}{rest}. Mend this, then see `spor policy check`")
