// Small tools for building the page: text only ever becomes text, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element; `attributes` that are null or undefined are left out. */
export function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same in SVG. */
export function drawing(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Brings `parent`'s children to `rows`: a row whose content is as before stays as it is, with its focus and selection. */
export function reconcile(parent, rows, keyOf, build) {
  const held = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const focused = document.activeElement;
  const wanted = rows.map((row) => {
    const key = keyOf(row);
    const face = JSON.stringify(row);
    const old = held.get(key);
    if (old !== undefined && old.dataset.face === face) return old;
    const node = build(row);
    node.dataset.key = key;
    node.dataset.face = face;
    if (old !== undefined && old.contains(focused)) afterwards(old, node, focused);
    return node;
  });
  wanted.forEach((node, at) => {
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
  });
  while (parent.children.length > wanted.length) parent.lastElementChild.remove();
}

/** A rebuilt row keeps the keyboard's place: its link with the same number gets the focus back. */
function afterwards(old, node, focused) {
  const at = [...old.querySelectorAll("a")].indexOf(focused);
  queueMicrotask(() => node.querySelectorAll("a")[at]?.focus({ preventScroll: true }));
}
