"""Walk an XML document by path with the standard library, as anyone would who wants to look a finding up."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Comment, Element


def local(name: str) -> str:
    return name.rpartition("}")[2]


def texts(root: Element) -> Iterator[tuple[str, str]]:
    """(path, text) of every attribute, of every element's own text (parts joined by a line break), and of comments inside."""
    yield from _below(root, "/" + local(root.tag))


def _below(element: Element, path: str) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        yield f"{path}/@{local(name)}", value
    own: list[str] = [element.text or ""]
    elements = [child for child in element if isinstance(child.tag, str)]
    alike = Counter(local(child.tag) for child in elements)
    seen: Counter[str] = Counter()
    for child in element:
        if not isinstance(child.tag, str):
            if child.tag is Comment or child.text:
                yield path, child.text or ""
            own[-1] += child.tail or ""
            continue
        name = local(child.tag)
        seen[name] += 1
        yield from _below(child, f"{path}/{name}[{seen[name]}]" if alike[name] > 1 else f"{path}/{name}")
        own.append(child.tail or "")
    yield path, "\n".join(part for part in own if part.strip())
