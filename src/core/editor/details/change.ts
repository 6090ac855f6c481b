/**
 * Makes the edits for changes in the form. The edited text is parsed again: nothing else in the front matter may have changed.
 */

import { say } from '../../base/say';
import { applyEdits, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief } from '../../brief/types';
import { knownKey } from '../../document/frontMatter/keys';
import { citationOf } from '../../rules/fixes/cite';
import { type Refused, renameName } from '../rename';
import { detailsOf, idOf, orderOf, shapesOf, textsIn } from './details';
import { addEntry, moveEntry, removeEntry } from './entries';
import {
  type FrontMatterKeys,
  isUnreadable,
  type Keys,
  type List,
  type PlainDetails,
  type PlainMap,
  pairOf,
  plainOf,
  readKeysOf,
  textsOfValue,
} from './read';
import { setValue } from './setValue';
import type { DetailChange, DetailEntry, ListKey } from './types';

export type ChangedDetails = { readonly edits: readonly TextEdit[] } | Refused;

/** @returns the edits, or a sentence that says why there are none */
export function changeDetails(brief: Brief, change: DetailChange): ChangedDetails {
  const read = readKeysOf(brief);
  if (isUnreadable(read)) return { refused: read.why };
  const before = plainOf(read);
  if (change.kind === 'add') {
    const list = read.lists[change.list];
    const edit = list === 'inline' ? null : addEntry(brief, change.list, list);
    // A new figure shows nothing yet, which is an error until somebody writes what.
    return checked(brief, edit && [edit], (after) => isSame(withEntries(after, change.list, dropLast), before), true);
  }
  if (change.list === null) return set(brief, read, read.header, change);
  const { list: key, index } = change;
  const list = read.lists[key];
  const entry = list === 'inline' ? null : list?.entries[index];
  if (!list || list === 'inline' || !entry || idOf(entry) !== change.id)
    return { refused: say('The text has changed meanwhile. Try again.') };
  switch (change.kind) {
    case 'set':
      return change.key === 'id' ? setId(brief, read, list, entry, change) : set(brief, read, entry, change);
    case 'remove': {
      const shown = detailsOf(brief).lists.find((one) => one.key === key)?.entries[index];
      if (shown && shown.uses > 0) return { refused: stillUsed(key, shown) };
      const edit = removeEntry(brief, list, index);
      const wanted = withEntries(before, key, (entries) => entries.filter((_, i) => i !== index));
      return checked(brief, edit && [edit], (after) => isSame(after, wanted));
    }
    case 'move': {
      const first = change.by === 1 ? index : index - 1;
      const wanted = withEntries(before, key, (entries) => swapped(entries, first));
      return checked(brief, moveEntry(brief, list, index, change.by), (after) => isSame(after, wanted));
    }
  }
}

function stillUsed(key: ListKey, { id, uses }: DetailEntry): string {
  const name = key === 'sources' ? citationOf(id) : id;
  return uses === 1
    ? say('{0} is used once in this brief. Remove that use first.', name)
    : say('{0} is used {1} times in this brief. Remove those uses first.', name, uses);
}

type SetChange = Extract<DetailChange, { kind: 'set' }>;

function set(brief: Brief, read: FrontMatterKeys, keys: Keys, change: SetChange): ChangedDetails {
  const shape = shapesOf(keys).find(({ key }) => key === change.key);
  const texts = shape && textsIn(shape.kind, change.value);
  if (!texts) return { refused: say('The text has changed meanwhile. Try again.') };
  const edits = setValue(brief, keys, change.key, orderOf(keys), texts);
  const others = (details: PlainDetails) => withoutKey(details, keys, change);
  return checked(brief, edits, (after, afterKeys) => {
    const changed = change.list === null ? afterKeys.header : entriesOf(afterKeys, change.list)[change.index];
    const said = changed && textsOfValue(pairOf(changed, change.key)?.value);
    return isSame(said, texts) && isSame(others(after), others(plainOf(read)));
  });
}

/** Changes an id. Citations follow, unless several entries have the id. */
function setId(
  brief: Brief,
  read: FrontMatterKeys,
  list: List,
  entry: Keys,
  change: Extract<SetChange, { index: number }>,
): ChangedDetails {
  const to = change.value.trim().replace(/^@/, '');
  if (to === '') return { refused: say('An id is needed.') };
  if (list.entries.some((other) => other !== entry && idOf(other) === to))
    return { refused: say('Another entry has this id.') };
  const isOnly = list.entries.filter((other) => idOf(other) === change.id).length === 1;
  if (change.id === '' || !isOnly) return set(brief, read, entry, change);
  const kind = change.list === 'sources' ? 'source' : 'figure';
  const renamed = renameName(brief, { kind, id: change.id }, to);
  if ('refused' in renamed || renamed.elsewhere.length === 0) return renamed;
  return { refused: say('Other files use this id, too. Rename it in the text.') };
}

/**
 * Reads the text again as it is after some edits.
 *
 * @param edits null if the value is written in a way that the form doesn't change
 * @param holds whether the front matter then says what it should, and nothing else
 * @param mayBeWrong whether there may be errors that were not there before
 */
function checked(
  brief: Brief,
  edits: readonly TextEdit[] | null,
  holds: (after: PlainDetails, keys: FrontMatterKeys) => boolean,
  mayBeWrong = false,
): ChangedDetails {
  const made = edits?.filter(({ span, newText }) => newText !== '' || span.end > span.start);
  if (made?.length === 0) return { edits: [] };
  const after = made && parseChanged(brief, applyEdits(brief.text, made));
  const read = after && readKeysOf(after);
  const known = new Set(brief.frontMatter?.errors.map(({ message }) => message));
  const error = after?.frontMatter?.errors.find(({ message }) => !known.has(message));
  if (error && !mayBeWrong) return { refused: error.message };
  if (!made || !read || isUnreadable(read) || !holds(plainOf(read), read))
    return { refused: say('This cannot be changed here. Change it in the text.') };
  return { edits: made };
}

function entriesOf({ lists }: FrontMatterKeys, key: ListKey): readonly Keys[] {
  const list = lists[key];
  return list === 'inline' ? [] : (list?.entries ?? []);
}

function withEntries(
  details: PlainDetails,
  key: ListKey,
  change: (entries: readonly PlainMap[]) => readonly PlainMap[],
): PlainDetails {
  const entries = details[key];
  return entries === 'inline' ? details : { ...details, [key]: change(entries) };
}

/** Returns all but the value of one key. */
function withoutKey(details: PlainDetails, { owner }: Keys, change: SetChange): PlainDetails {
  const others = (map: PlainMap) => map.filter(([name]) => knownKey(owner, name) !== change.key);
  if (change.list === null) return { ...details, header: others(details.header) };
  const { index } = change;
  return withEntries(details, change.list, (entries) => entries.map((map, i) => (i === index ? others(map) : map)));
}

function dropLast(entries: readonly PlainMap[]): readonly PlainMap[] {
  return entries.slice(0, -1);
}

/** Returns the entries with one of them and the next one swapped. */
function swapped(entries: readonly PlainMap[], first: number): readonly PlainMap[] {
  const [a, b] = [entries[first], entries[first + 1]];
  return a && b ? [...entries.slice(0, first), b, a, ...entries.slice(first + 2)] : entries;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
