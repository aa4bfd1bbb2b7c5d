"""When a folder that changes is to be taken: looks at it go in, decisions come out. No clock and no file in here."""

from typing import Literal

Decision = Literal["as-in-force", "back", "refused-already", "wait", "take"]


class Watcher:
    """What a folder held at each look, told apart by a mark. Only what two looks in a row saw is taken: it is not half-written."""

    def __init__(self, in_force: str) -> None:
        self._in_force = in_force
        self._refused: str | None = None
        self._seen: str | None = None

    def saw(self, mark: str) -> Decision:
        """`back`: what was changed, or refused, is what is in force again."""
        seen, self._seen = self._seen, mark
        if mark == self._in_force:
            was, self._refused = self._refused or (seen if seen != mark else None), None
            return "back" if was else "as-in-force"
        if mark == self._refused:
            return "refused-already"
        return "take" if mark == seen else "wait"

    def took(self, mark: str) -> None:
        """It is what is in force, or will be as soon as nothing is in hand."""
        self._in_force, self._refused = mark, None

    def refused(self, mark: str) -> None:
        """It does not hold; looked at again when it changes, or when somebody asks."""
        self._refused = mark

    def asked(self) -> None:
        """Somebody wants it looked at anew, also what was refused. Two looks from now on decide."""
        self._refused = self._seen = None
