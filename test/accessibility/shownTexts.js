/**
 * Run in a page as it is: lists what a part of it shows and says to screen readers.
 *
 * @param {Element} root
 * @returns {{ text: string, isCut: boolean }[]} texts, each with whether something hides its end, and nobody can scroll to it.
 *   Chinese is taken to be as wide as its characters are, also where the machine has no font for them.
 */
export function shownTexts(root) {
  const elements = [root, ...root.querySelectorAll('*')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('style, script'),
  );
  const said = elements.flatMap((element) =>
    ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name)?.trim() || []),
  );
  const nodes = elements.flatMap((element) =>
    [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== ''),
  );
  const texts = nodes.map((node) => node.textContent ?? '');
  /** @param {Node} node */
  const isCut = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const end = range.getBoundingClientRect().right;
    for (let at = node.parentElement; at; at = at.parentElement) {
      const { right, width } = at.getBoundingClientRect();
      // What has hardly a place is for screen readers.
      if (width <= 1) return false;
      if (['hidden', 'clip'].includes(getComputedStyle(at).overflowX) && end > right + 1) return true;
    }
    return false;
  };
  // A dash that every font has, and of which a line may be broken at either side, too.
  for (const node of nodes) node.textContent = (node.textContent ?? '').replace(/\p{Script=Han}/gu, '—');
  const cut = nodes.map(isCut);
  for (const [i, node] of nodes.entries()) node.textContent = texts[i] ?? '';
  return [
    ...said.map((text) => ({ text, isCut: false })),
    ...texts.map((text, i) => ({ text: text.trim(), isCut: cut[i] === true })),
  ];
}
