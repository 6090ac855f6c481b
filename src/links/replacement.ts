/**
 * Returns an address in the form in which it can replace another one, and stays one address: in a link of Markdown, in a value
 * of YAML and of TeX. A character that may end an address there is percent-encoded, unless the old address has it too.
 *
 * @param written the old address; its fragment is kept where the new one has none
 * @param url the new address
 */
export function replacementOf(written: string, url: string): string {
  const fragment = /#.*$/s.exec(written)?.[0] ?? '';
  const whole = url.includes('#') ? url : url + fragment;
  return whole.replace(/[()[\]{}<>|`"'\\,*\s]/g, (char) => (written.includes(char) ? char : percent(char)));
}

function percent(char: string): string {
  return [...new TextEncoder().encode(char)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
