/**
 * Makes copied text have the TeX of formulas with its dollar signs, as it stands in the brief. The letters of a formula in a
 * row say nothing. Programs that take HTML get the formula itself too.
 */
export function copyFormulasAsTex(): void {
  document.addEventListener('copy', (event) => {
    const selection = window.getSelection();
    // The page may copy something else, such as all of it.
    if (event.defaultPrevented) return;
    if (!event.clipboardData || !selection || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0).cloneRange();
    const first = formulaAt(range.startContainer);
    const last = formulaAt(range.endContainer);
    // A formula is copied as a whole.
    if (first) range.setStartBefore(first);
    if (last) range.setEndAfter(last);
    const content = document.createElement('div');
    content.className = 'hidden';
    content.append(range.cloneContents());
    const formulas = content.querySelectorAll('math');
    if (formulas.length === 0) return;
    event.clipboardData.setData('text/html', content.innerHTML);
    for (const formula of formulas) formula.replaceWith(texOf(formula));
    // A browser knows the line ends only of text that it shows and selects.
    const selected = selection.getRangeAt(0);
    document.body.append(content);
    selection.selectAllChildren(content);
    event.clipboardData.setData('text/plain', selection.toString());
    content.remove();
    selection.removeAllRanges();
    selection.addRange(selected);
    event.preventDefault();
  });
}

function formulaAt(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('math') ?? null;
}

function texOf(formula: Element): string {
  const tex = formula.querySelector('annotation')?.textContent ?? '';
  return formula.getAttribute('display') === 'block' ? `$$${tex}$$` : `$${tex}$`;
}
