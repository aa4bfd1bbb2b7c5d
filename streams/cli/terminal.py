"""What stands in messages and file names, as it may be shown on a terminal."""


def printable(text: str) -> str:
    """Control characters are shown, not obeyed."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
