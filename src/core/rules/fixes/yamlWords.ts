import type { Span } from '../../base/text';
import type { Brief } from '../../brief/types';

/**
 * Whether words can be put into a value of YAML as they are, so that it means the same with them: a value in quotation
 * marks must stay in them, and a plain one must stay plain.
 *
 * @param field what is written of the value, without quotation marks
 * @param place what the words take the place of, within `field`
 */
export function fitsInYaml({ text, lines }: Brief, field: Span, place: Span, words: string): boolean {
  if (/[\r\n]/.test(words)) return false;
  const quote = text[field.start - 1] ?? '';
  if ((quote === '"' || quote === "'") && text[field.end] === quote) return !words.includes(quote) && !/\\/.test(words);
  const before = text.slice(lines.startOf(lines.lineAt(field.start)), field.start);
  // In a block of text (`|`, `>`) anything may stand.
  if (/^[ \t>]*$/.test(before)) return true;
  const whole = text.slice(field.start, place.start) + words + text.slice(place.end, field.end);
  const isInBrackets = /[[{]/.test(before);
  return PLAIN_START.test(whole) && !/:(?:\s|$)|\s#/.test(whole) && !(isInBrackets && /[,[\]{}]/.test(words));
}

/** What YAML 1.2 takes for the start of a plain value (section 7.3.3, "Plain Style"). */
const PLAIN_START = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=\S))/u;
