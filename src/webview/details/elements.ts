/** Makes an element. Texts in it stay texts, whatever they hold. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** @param name by which the focus finds it again */
export function button(words: string, name: string, run: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', 'data-name': name }, words);
  made.addEventListener('click', run);
  return made;
}
