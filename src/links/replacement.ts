/**
 * What to write in the place of an address, so that it stays one address there: in a link of Markdown, in a value of YAML
 * and of TeX. What may end it in one of these, and did not stand in it before, is written as the bytes that it stands for.
 *
 * @param written what stands there; its fragment is kept where the new address has none
 * @param url the new one
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
