/** Turns several pasted lines into one value of the front matter. */

import { say } from '../../base/say';
import { applyEdits, type Span } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief } from '../../brief/types';
import { knownKey, type Owner } from '../../document/frontMatter/keys';
import { frontMatterLayout } from '../../document/frontMatter/layout';
import type { YamlPair } from '../../document/frontMatter/yaml/yamlTree';
import { isUnreadable, type Keys, readKeysOf } from '../details/read';
import { yamlValue } from './frontMatterLists';
import type { PasteChoice } from './pasteUrl';

/** Keys that take a list, a map or a fixed word instead of a text. */
const NO_TEXT = new Set(
  'authors tags bibliography rules sources figures cites data vega-lite id cite copy chart own language style'.split(
    ' ',
  ),
);
/** The key of a line without a value. */
const OPEN_KEY = /^[ \t]*(?:-[ \t]+)?["']?[^\s"':#][^"':#]*["']?[ \t]*:[ \t]*$/;
/** A key as programs name theirs, so that lines with it are YAML rather than words. */
const PROGRAM_KEY = /^[a-z][\w-]*$/;

/**
 * Returns the choice to paste several lines as the value of a key that has none, in the form in which the form for front matter
 * writes it: on one line, in quotation marks where YAML needs them.
 *
 * @param selection where they are pasted
 * @returns null for a single line, for lines that are YAML there, and elsewhere than behind a key that takes a text
 */
export function pasteValue(brief: Brief, selection: Span, pasted: string): PasteChoice | null {
  const text = pasted.trim();
  if (!/[\r\n]/.test(text) || !isBehindTextKey(brief, selection)) return null;
  const gap = /\s$/.test(brief.text.slice(0, selection.start)) ? '' : ' ';
  if (isYaml(brief, selection, gap + text)) return null;
  const edits = [{ span: selection, newText: gap + yamlValue(text.replace(/\s+/g, ' ')) }];
  const after = parseChanged(brief, applyEdits(brief.text, edits));
  if (errorsOf(after) > errorsOf(brief)) return null;
  return { kind: 'value', title: say('Paste as one value'), edits, preferred: true };
}

function isBehindTextKey(brief: Brief, { start, end }: Span): boolean {
  const { text, lines, frontMatter } = brief;
  const line = lines.lineAt(start);
  const [from, to] = [lines.startOf(line), lines.endOf(line)];
  const { yaml } = frontMatter ?? {};
  if (!yaml || start < yaml.start || end > yaml.end || end > to) return false;
  if (!OPEN_KEY.test(text.slice(from, start)) || text.slice(end, to).trim() !== '') return false;
  const read = readKeysOf(brief);
  if (isUnreadable(read)) return false;
  const lists = Object.values(read.lists).flatMap((list) => (list === null || list === 'inline' ? [] : list.entries));
  const found = [read.header, ...lists].flatMap(({ owner, pairs }: Keys): { owner: Owner; pair: YamlPair }[] =>
    pairs.filter(({ keySpan }) => lines.lineAt(keySpan.start) === line).map((pair) => ({ owner, pair })),
  );
  return found.some(
    ({ owner, pair: { key, value } }) =>
      !NO_TEXT.has(knownKey(owner, key) ?? key) &&
      (value === null || (value.span.start >= start && value.span.end <= end)),
  );
}

/** True if lines pasted as they are keep the front matter whole: they go on as YAML does, or have keys of their own. */
function isYaml(brief: Brief, selection: Span, text: string): boolean {
  const after = parseChanged(brief, applyEdits(brief.text, [{ span: selection, newText: text }]));
  const added = text.length - (selection.end - selection.start);
  if (after.frontMatter?.span.end !== (brief.frontMatter?.span.end ?? 0) + added) return false;
  return errorsOf(after) <= errorsOf(brief) && wordsAsKeys(after) <= wordsAsKeys(brief);
}

function errorsOf({ frontMatter }: Brief): number {
  return frontMatter?.errors.length ?? 0;
}

/** Counts the unknown keys that look like words before a colon, as in `Source: Reuters`. */
function wordsAsKeys({ text, frontMatter }: Brief): number {
  if (!frontMatter) return 0;
  const { keys } = frontMatterLayout(text, frontMatter);
  const written = keys.filter(({ name }) => name === null).map(({ span }) => text.slice(span.start, span.end));
  return written.filter((key) => !PROGRAM_KEY.test(key.slice(0, key.indexOf(':')).trim())).length;
}
