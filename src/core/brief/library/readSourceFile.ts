/** Reads a file of a library folder: one source, in YAML, or as the front matter of own notes. */

import { quoted } from '../../base/messages';
import { say } from '../../base/say';
import { SOURCE_TEXTS } from '../../base/sourceFields';
import type { Span } from '../../base/text';
import type { Findings } from '../../document/frontMatter/entry';
import { findFences } from '../../document/frontMatter/fences';
import { idOfBroken } from '../../document/frontMatter/ids';
import { linesOf } from '../../document/frontMatter/lines';
import { readKeys } from '../../document/frontMatter/readKeys';
import { ID } from '../../document/frontMatter/schemas';
import { citeOfShared, readSource } from '../../document/frontMatter/sources';
import { readSuppressions } from '../../document/frontMatter/suppressions';
import type { YamlMap, YamlPair } from '../../document/frontMatter/yaml/yamlTree';
import type { Field, FrontMatterError, SourceDeclaration, Suppression, UnknownKey } from '../types';
import { agrees, idOfFile } from './sourceNames';

/** The content of a source file. Spans are UTF-16 offsets of its text. */
export interface SourceReading {
  /** The source that it declares; null if that has no id that can be cited. */
  readonly declaration: SourceDeclaration | null;
  /** Its id as written, with its place; null if the name of the file gives the id. */
  readonly writtenId: Field | null;
  readonly errors: readonly FrontMatterError[];
  readonly unknownKeys: readonly UnknownKey[];
  readonly suppressions: readonly Suppression[];
}

/** Text fields that only sources have. Other files may have a type and a language, too. */
const TELLING = SOURCE_TEXTS.filter((name) => name !== 'type' && name !== 'language');
/** Keys that tell a source from other files in a folder. */
const SIGN = new RegExp(`^(?:${[...TELLING, 'authors?', 'date', 'quote', 'text'].join('|')})[ \\t]*:`, 'm');
/** Keys of a brief or of a list of sources, which aren't files of one source. */
const NO_SIGN = /^(?:sources|references|figures|bibliography)[ \t]*:/m;

/**
 * Reads a file of a library folder. Each key is read by itself, so a broken key doesn't affect the others. Never throws.
 *
 * @param name the name of the file, with its extension
 * @returns null if it isn't a source, because it doesn't have any key of one
 */
export function readSourceFile(text: string, name: string): SourceReading | null {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fences = name.endsWith('.md') ? findFences(text) : null;
  if (name.endsWith('.md') && !fences?.closed) return null;
  const yaml = fences?.yaml ?? { start: from, end: text.length };
  const written = text.slice(yaml.start, yaml.end);
  if (!SIGN.test(written) || NO_SIGN.test(written)) return null;
  const findings: Findings = { slice: ({ start, end }) => text.slice(start, end), errors: [], unknownKeys: [] };
  // A file of YAML may have the marks `---` and `...`.
  const lines = linesOf(text, yaml).filter((line) => !/^(?:---|\.\.\.)[ \t]*$/.test(text.slice(line.start, line.end)));
  const { pairs, starts } = readKeys(text, lines, 'source', () => false, text.length, findings);
  const first = firstKey(text, yaml);
  const own = pairs.find(({ key, value }) => key === 'id' && value !== null);
  const others = pairs.filter(({ key }) => key !== 'id');
  const broken = own ? null : idOfBroken(text, lines);
  const stem = idOfFile(name);
  const unnamed = broken ?? { value: stem, span: first };
  const map: YamlMap = { kind: 'map', pairs: [own ?? idPair(unnamed), ...others], span: yaml };
  const isUnusable = !own && !broken && !ID.test(stem);
  const read = isUnusable ? null : readSource(map, { start: first.start, end: yaml.end }, findings);
  if (read) findings.errors.push(...citeOfShared(read));
  if (isUnusable) findings.errors.push({ span: first, message: noId(stem) });
  const writtenId = read && (own || broken) ? { value: read.id, span: read.idSpan } : null;
  if (writtenId && !agrees(writtenId.value, name))
    findings.errors.push({ span: writtenId.span, message: other(writtenId, name) });
  const notes = fences && notesOf(text, fences.span.end);
  return {
    declaration: read && { ...read, id: read.id.normalize('NFC'), ...(notes ? { notes } : {}) },
    writtenId,
    errors: findings.errors.toSorted((a, b) => a.span.start - b.span.start),
    unknownKeys: findings.unknownKeys,
    suppressions: readSuppressions(text, lines, starts),
  };
}

function idPair({ value, span }: Field): YamlPair {
  return { key: 'id', keySpan: span, value: { kind: 'text', value, span, plain: true } };
}

function noId(stem: string): string {
  return say(
    '{0} cannot be an id. Give the file a name such as usgs-2024, or write id: and an id above this line.',
    quoted(stem),
  );
}

function other({ value }: Field, name: string): string {
  const extension = /\.[^.]*$/.exec(name)?.[0] ?? '';
  return say(
    'The file is called {0}, but its id is {1}. Rename it to {2}, or remove this line.',
    quoted(name),
    quoted(value),
    quoted(value + extension),
  );
}

/** Returns the span of the first key's name, where problems of the whole file are shown. */
function firstKey(text: string, { start, end }: Span): Span {
  const found = /^[ \t]*(?!---|\.\.\.|#)([^\s:#][^\r\n:]*)/m.exec(text.slice(start, Math.min(end, start + 2000)));
  const at = start + (found ? found.index + found[0].length - (found[1]?.length ?? 0) : 0);
  return { start: at, end: at + (found?.[1]?.trimEnd().length ?? 0) };
}

/** Returns the text below the front matter: the reader's own notes, which aren't part of the source. */
function notesOf(text: string, from: number): Field | null {
  const body = text.slice(from);
  const value = body.trim();
  if (value === '') return null;
  const start = from + body.indexOf(value);
  return { value, span: { start, end: start + value.length } };
}
