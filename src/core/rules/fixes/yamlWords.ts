import type { Span } from '../../base/text';
import type { Brief } from '../../brief/types';

/**
 * True if words can be put into a value of YAML as they are. A value in quotation marks must stay in them, and a plain value
 * must stay plain.
 *
 * @param field span of the value as written, without quotation marks
 * @param place span within `field` that the words replace
 */
export function fitsInYaml({ text, lines }: Brief, field: Span, place: Span, words: string): boolean {
  if (/[\r\n]/.test(words)) return false;
  const quote = text[field.start - 1] ?? '';
  if ((quote === '"' || quote === "'") && text[field.end] === quote) return !words.includes(quote) && !/\\/.test(words);
  const before = text.slice(lines.startOf(lines.lineAt(field.start)), field.start);
  // A block of text (`|`, `>`) may contain anything.
  if (/^[ \t>]*$/.test(before)) return true;
  const whole = text.slice(field.start, place.start) + words + text.slice(place.end, field.end);
  const isInBrackets = /[[{]/.test(before);
  return PLAIN_START.test(whole) && !/:(?:\s|$)|\s#/.test(whole) && !(isInBrackets && /[,[\]{}]/.test(words));
}

/** Start of a plain value in YAML 1.2 (section 7.3.3, "Plain Style"). */
const PLAIN_START = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=\S))/u;
