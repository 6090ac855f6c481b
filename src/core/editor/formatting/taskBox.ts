const BOX_ONLY = /(?:^|[\r\n])[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){1,9}\[[ xX]\]$/;

/**
 * Where the text of a line that ends at `end` ends in truth: the box of a task with nothing after it, `- [ ] `, is one
 * only with its space.
 */
export function afterTaskBox(text: string, end: number): number {
  if (text[end - 1] !== ']' || !BOX_ONLY.test(text.slice(Math.max(0, end - 100), end))) return end;
  let at = end;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
