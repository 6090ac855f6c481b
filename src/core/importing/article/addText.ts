/** Brings the text of the article that a brief sums up. */

import { applyEdits, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import { sourceOf } from '../../brief/queries/citedSources';
import { numberedPassagesOf } from '../../brief/queries/sources';
import type { Brief } from '../../brief/types';
import { copyOf } from './article';
import { numberPassages, numbersCited, whyNoPassages } from './numbering';
import type { Fit } from './numbersRead';

export interface AddedText {
  /** Edit that names the copy at the source. */
  readonly edit: TextEdit;
  /** Text of the copy: the paragraphs that the numbers fit. */
  readonly text: string;
  readonly passages: number;
  readonly fit: Fit;
  /** Reason why the numbers seem to cite sources rather than passages of this text; null if they fit it. */
  readonly why: 'beyond' | 'misfit' | null;
}

/**
 * @param path of the copy that is to be made, relative to the brief
 * @param paragraphs of the article
 * @returns null if the numbers of the brief cite no passages
 */
export function addArticleText(brief: Brief, path: string, paragraphs: readonly string[]): AddedText | null {
  const id = numberedPassagesOf(brief)?.source;
  const declaration = id === undefined ? undefined : sourceOf(brief, id)?.declarations.find(({ cite }) => cite);
  if (!declaration?.cite || paragraphs.length === 0) return null;
  const { cite, textPath } = declaration;
  const key = brief.text.lastIndexOf('cite', cite.span.start - 1);
  const edit = textPath
    ? { span: textPath.span, newText: path }
    : { span: { start: key, end: key }, newText: `text: ${path}${whatParts(brief, key)}` };
  const changed = parseChanged(brief, applyEdits(brief.text, [edit]));
  const { passages, fit } = numberPassages(changed, path, paragraphs);
  const why = whyNoPassages(numbersCited(brief), passages.length, fit);
  return { edit, text: copyOf(passages), passages: passages.length, fit, why };
}

/** Returns the separator of two keys at a place: a line break with the indentation of the key, or a comma within braces. */
function whatParts({ text, lines }: Brief, at: number): string {
  const before = text.slice(lines.startOf(lines.lineAt(at)), at);
  if (!/^[ \t]*(?:-[ \t]+)?$/.test(before)) return ', ';
  return `${text.includes('\r\n') ? '\r\n' : '\n'}${before.replace('-', ' ')}`;
}
