import { plain, quoted, shown } from '../../base/messages';
import { say } from '../../base/say';
import type { NameKind } from '../../brief/queries/occurrences';
import { keyEnd } from '../../document/citations/keys';
import { ID, MAX_ID_LENGTH } from '../../document/frontMatter/schemas';

export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** The ids that are declared after the rename. */
  readonly declared: ReadonlySet<string>;
}

/** A new name as the model has it, or a sentence that says why it can't be one. */
export type NewName = { readonly id: string } | { readonly refused: string };

/** Label of a footnote: the text that a bracket can hold after `^`. */
const LABEL = /^[^\s[\]^\\`]+$/;

/**
 * Reads a name as a person types it, who may add the signs of a citation: `7`, `usgs-2024`, `@usgs-2024`,
 * `[@usgs-2024]`, `[^note]`, `{{share}}`.
 */
export function readNewName(kind: NameKind, written: string): NewName {
  const text = written.trim();
  switch (kind) {
    case 'source':
      return readSource(unwrapped(text, /^\[(.*)\]$/, /^@(.*)$/, /^\{(.*)\}$/));
    case 'footnote':
      return readFootnote(unwrapped(text, /^\[(.*)\]$/, /^\^(.*)$/));
    case 'figure':
      return readId(unwrapped(text, /^\{\{(.*)\}\}$/, /^@(.*)$/, /^fig:(.*)$/));
    case 'section':
      return /[\r\n]/.test(text) || text === '' ? { refused: say('A heading is one line of text.') } : { id: text };
  }
}

/** True if an id can be cited as a bare number: `[7]`. */
export function isNumeral(id: string): boolean {
  return /^[0-9]{1,4}$/.test(id);
}

/** A key with its `@`, in braces if it couldn't be read without. */
export function keyText(id: string): string {
  return isPlainKey(id) ? `@${id}` : `@{${id}}`;
}

/** True if a key is read to its end without braces around it. */
export function isPlainKey(id: string): boolean {
  return id !== '' && keyEnd(id, 0) === id.length;
}

/** A citation of one source: `[7]`, `[@usgs-2024]`. */
export function citationText(id: string): string {
  return `[${isNumeral(id) ? id : keyText(id)}]`;
}

/** A name for messages, as it stands in the text: `[3]`, `{{share}}`. */
export function shownName(kind: NameKind, id: string): string {
  return kind === 'figure' ? `{{${plain(id)}}}` : shown(id);
}

function readSource(id: string): NewName {
  if (id.startsWith('fig:'))
    return { refused: say('The id of a source may not start with "fig:", which marks figures.') };
  return readId(id);
}

function readId(id: string): NewName {
  if (id.length > MAX_ID_LENGTH) return { refused: say('An id has at most {0} characters.', MAX_ID_LENGTH) };
  if (ID.test(id) && !id.startsWith('@')) return { id };
  return {
    refused: say(
      '{0} is not an id. Use a number or a key such as usgs-2024, without spaces, commas, brackets and braces.',
      quoted(id),
    ),
  };
}

function readFootnote(label: string): NewName {
  if (label.length > MAX_ID_LENGTH)
    return { refused: say("A footnote's label has at most {0} characters.", MAX_ID_LENGTH) };
  if (LABEL.test(label)) return { id: `^${label}` };
  return {
    refused: say('{0} is not a label of a footnote. Use one word, without spaces and brackets.', quoted(label)),
  };
}

/** Removes the signs around a name, from the outside in. */
function unwrapped(text: string, ...signs: readonly RegExp[]): string {
  return signs.reduce((inner, sign) => sign.exec(inner)?.[1]?.trim() ?? inner, text);
}
