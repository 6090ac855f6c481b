/** New entries of `sources` in the front matter, in the form of the entry before them. */

import { insert, lineBreakOf, type TextEdit } from '../../../base/text';
import type { Brief, Field, SourceDeclaration } from '../../../brief/types';
import { fieldsOf, type NewSource } from './newSource';

/** Adds an entry to the front matter: to its list, in block or flow style, or in a new list. */
export function inYaml(brief: Brief, source: NewSource): TextEdit | null {
  return inList(brief, source) ?? inFlowList(brief, source) ?? inNewList(brief, source);
}

/** Adds an entry to the list of the front matter; null if it has no list in block style. */
export function inList(brief: Brief, source: NewSource): TextEdit | null {
  const list = brief.frontMatter?.sourcesList;
  return list ? insert(list.insertAt, `${lineBreakOf(brief.text)}${yamlEntry(brief, source, list.indent)}`) : null;
}

/** Adds an entry to a list in flow style, `sources: [{ id: 1 }]` or `sources: []`; null if there is no such list. */
export function inFlowList(brief: Brief, source: NewSource): TextEdit | null {
  const { frontMatter, text } = brief;
  if (!frontMatter || frontMatter.sourcesList) return null;
  const entry = `{ ${pairsOf(source, styleOf(brief), true).join(', ')} }`;
  const last = frontMatter.sources.at(-1);
  if (last) return insert(last.span.end, `, ${entry}`);
  const empty = /^(?:sources|references)[ \t]*:[ \t]*\[(?=[ \t]*\])/m.exec(
    text.slice(frontMatter.yaml.start, frontMatter.yaml.end),
  );
  return empty ? insert(frontMatter.yaml.start + empty.index + empty[0].length, entry) : null;
}

/** Adds the key `sources` with an entry, and the front matter if it is missing; null if the front matter isn't closed. */
export function inNewList(brief: Brief, source: NewSource): TextEdit | null {
  const { frontMatter, text } = brief;
  const newLine = lineBreakOf(text);
  const list = `sources:${newLine}${yamlEntry(brief, source, 2)}${newLine}`;
  if (!frontMatter) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return insert(start, `---${newLine}${list}---${newLine}${newLine}`);
  }
  if (!frontMatter.closed) return null;
  const { end } = frontMatter.yaml;
  const before = text[end - 1] ?? '\n';
  const lead = before === '\n' || before === '\r' ? '' : newLine;
  return insert(end, lead === '' ? list : `${lead}${list.slice(0, -newLine.length)}`);
}

/**
 * Returns an entry of a list, in the form of the one before it.
 *
 * @param indent of its dash, in characters
 */
export function yamlEntry(brief: Brief, source: NewSource, indent: number): string {
  const style = styleOf(brief);
  const margin = ' '.repeat(indent);
  if (style.flow !== null) return `${margin}- {${style.flow}${pairsOf(source, style, true).join(', ')}${style.flow}}`;
  const newLine = lineBreakOf(brief.text);
  const pairs = pairsOf(source, style, false).map((pair) => pair.replaceAll('\n', `${newLine}${margin}  `));
  return `${margin}- ${pairs.join(`${newLine}${margin}  `)}`;
}

/**
 * Returns the text of a file in a library folder: the keys of a source.
 *
 * @param withId true to write its id; otherwise the id is the name of the file
 */
export function yamlFile(source: NewSource, withId = false): string {
  const [id = '', ...pairs] = pairsOf(source, { flow: null, idQuote: '', quote: '', authorsBelow: false }, false);
  return `${[...(withId ? [id] : []), ...pairs].join('\n')}\n`;
}

/** The form of the entry before a new one. */
interface Style {
  /** White space inside the braces of an entry in flow style; null for a block. */
  readonly flow: string | null;
  /** The quotation mark around ids, and the one around titles, publishers and authors; empty for none. */
  readonly idQuote: string;
  readonly quote: string;
  /** True if several authors are written one below the other. */
  readonly authorsBelow: boolean;
}

function styleOf({ text, frontMatter }: Brief): Style {
  const entries = frontMatter?.sources ?? [];
  const last = entries.at(-1);
  const withAuthors = entries.findLast(({ authors }) => authors.length > 1);
  return {
    flow: (last && /^-[ \t]+\{([ \t]?)/.exec(text.slice(last.span.start, last.span.end))?.[1]) ?? null,
    idQuote: last ? quoteBefore(text, last.idSpan.start) : '',
    quote: quoteOf(text, last),
    authorsBelow: withAuthors?.authors[0] !== undefined && isBelow(text, withAuthors.authors[0]),
  };
}

function quoteOf(text: string, entry: SourceDeclaration | undefined): string {
  const field = entry?.title ?? entry?.publisher;
  return field ? quoteBefore(text, field.span.start) : '';
}

/** Returns the quotation mark at the start of a value, whose span may or may not include it; empty for none. */
function quoteBefore(text: string, start: number): string {
  return [text[start] ?? '', text[start - 1] ?? ''].find((sign) => sign === '"' || sign === "'") ?? '';
}

/** True if a value is on a line of its own, as `- Ada Sample`. */
function isBelow(text: string, { span }: Field): boolean {
  return /(?:^|[\r\n])[ \t]*-[ \t]+["']?$/.test(text.slice(Math.max(0, span.start - 40), span.start));
}

/** Returns pairs such as `key: value`, with `\n` before the lines below a key. */
function pairsOf(source: NewSource, style: Style, isFlow: boolean): string[] {
  const fields = fieldsOf(source);
  const pairs = [`id: ${quoted(source.id, style.idQuote, isFlow)}`];
  // The author fills in the key without a value.
  if (!isFlow && source.title === '') pairs.push('title:');
  for (const [key, value] of fields) {
    const isWords = key === 'title' || key === 'authors' || key === 'publisher';
    const quote = isWords ? style.quote : '';
    if (typeof value === 'string') pairs.push(`${key}: ${quoted(value, quote, isFlow)}`);
    else if (value.length === 1) pairs.push(`${key}: ${quoted(value[0] ?? '', quote, isFlow)}`);
    else if (style.authorsBelow && !isFlow)
      pairs.push([`${key}:`, ...value.map((one) => `  - ${quoted(one, quote, false)}`)].join('\n'));
    else pairs.push(`${key}: [${value.map((one) => quoted(one, quote, true)).join(', ')}]`);
  }
  return pairs;
}

/**
 * Returns a text as a value of YAML: plain if YAML allows it, otherwise in quotation marks. If its neighbours have quotation
 * marks, so does the text.
 */
export function quoted(text: string, quote: string, isFlow: boolean): string {
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  const isPlain =
    quote === '' &&
    /^[\p{L}\p{N}_][^\p{Cc}\u2028\u2029\uFEFF]*$/u.test(text) &&
    !/:(?:\s|$)|\s#|\s$/.test(text) &&
    !(isFlow && /[,[\]{}]/.test(text)) &&
    !YAML_WORDS.test(text);
  return isPlain ? text : JSON.stringify(text);
}

const YAML_WORDS = /^(?:true|false|null|yes|no|on|off|[yn])$/i;
