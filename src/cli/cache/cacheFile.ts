/**
 * The bytes of a file of the cache: a digest of all that follows, a line of JSON, and what is printed of the files, one
 * behind the other. It is data, and read as such: whatever is not exactly as it was written counts as nothing.
 */
import { type FigureFact, SEVERITIES } from '../../core/checking';
import type { Outcome } from '../outcome';
import type { Basis } from '../report';
import { digestOf } from './digest';

/** What came of a file, and what that rests on. */
export interface Entry {
  readonly basis: Basis;
  readonly outcome: Outcome;
}

const LINE_BREAK = 0x0a;

/** @param key what all entries have in common */
export function encodeEntries(key: string, entries: Iterable<Entry>): Buffer {
  const index: unknown[] = [];
  const printed: Buffer[] = [];
  for (const { basis, outcome } of entries) {
    const { counts, stats } = outcome;
    if (!stats) continue;
    const bytes = Buffer.from(outcome.printed);
    printed.push(bytes);
    const { insights, cited, own, citations, sources, figures, evidence } = stats;
    const { found, notFound, elsewhere, uncheckable } = evidence;
    index.push([
      outcome.path,
      basis.text,
      basis.config,
      basis.files.map(({ path, extensions, maxBytes, digest }) => [path, extensions, maxBytes, digest]),
      basis.figures,
      basis.facts.map(encodeFact),
      SEVERITIES.map((severity) => counts[severity]),
      [insights, cited, own, citations, sources, figures, found, notFound, elsewhere, uncheckable],
      bytes.length,
    ]);
  }
  const content = Buffer.concat([Buffer.from(`${JSON.stringify({ key, index })}\n`), ...printed]);
  return Buffer.concat([Buffer.from(`${digestOf(content)}\n`), content]);
}

/** @returns the entries by their paths; null where the bytes are not those of a file with this key */
export function decodeEntries(key: string, bytes: Buffer): Map<string, Entry> | null {
  const start = bytes.indexOf(LINE_BREAK) + 1;
  const content = bytes.subarray(start);
  if (start === 0 || bytes.toString('latin1', 0, start - 1) !== digestOf(content)) return null;
  try {
    const end = content.indexOf(LINE_BREAK);
    const { key: written, index } = record(JSON.parse(content.toString('utf8', 0, end)));
    if (written !== key) return null;
    const entries = new Map<string, Entry>();
    let at = end + 1;
    for (const item of list(index)) {
      const [path, text, config, files, figures, facts, counts, stats, length] = list(item);
      const printed = content.subarray(at, at + count(length));
      if (printed.length !== length) return null;
      at += printed.length;
      const basis: Basis = {
        text: string(text),
        config: string(config),
        files: list(files).map(decodeRead),
        figures: list(figures).map((pair) => {
          const [id, digest] = list(pair);
          return [string(id), string(digest)] as const;
        }),
        facts: list(facts).map(decodeFact),
      };
      entries.set(string(path), { basis, outcome: { path: string(path), printed, ...decodeCounts(counts, stats) } });
    }
    return at === content.length ? entries : null;
  } catch (error) {
    if (error instanceof NotWritten || error instanceof SyntaxError) return null;
    throw error;
  }
}

function encodeFact({ uri, id, range: { start, end }, value, asOf, language, works }: FigureFact): unknown {
  return [[uri, id, value, asOf, language], [start.line, start.character, end.line, end.character], works];
}

function decodeFact(written: unknown): FigureFact {
  const [texts, places, works] = list(written);
  const [uri, id, value, asOf, language] = list(texts).map(string);
  const [startLine, startCharacter, endLine, endCharacter] = list(places).map(count);
  return {
    uri: string(uri),
    id: string(id),
    range: {
      start: { line: count(startLine), character: count(startCharacter) },
      end: { line: count(endLine), character: count(endCharacter) },
    },
    value: string(value),
    asOf: string(asOf),
    language: string(language),
    works: list(works).map(string),
  };
}

function decodeRead(written: unknown): Basis['files'][number] {
  const [path, extensions, maxBytes, digest] = list(written);
  return {
    path: string(path),
    extensions: list(extensions).map(string),
    maxBytes: count(maxBytes),
    digest: string(digest),
  };
}

function decodeCounts(counts: unknown, stats: unknown): Pick<Outcome, 'counts' | 'stats'> {
  const [error, warning, information, hint] = list(counts).map(count);
  const [insights, cited, own, citations, sources, figures, found, notFound, elsewhere, uncheckable] =
    list(stats).map(count);
  return {
    counts: { error: count(error), warning: count(warning), information: count(information), hint: count(hint) },
    stats: {
      insights: count(insights),
      cited: count(cited),
      own: count(own),
      citations: count(citations),
      sources: count(sources),
      figures: count(figures),
      evidence: {
        found: count(found),
        notFound: count(notFound),
        elsewhere: count(elsewhere),
        uncheckable: count(uncheckable),
      },
    },
  };
}

/** Something is not what {@link encodeEntries} writes. */
class NotWritten extends Error {}

function string(value: unknown): string {
  if (typeof value !== 'string') throw new NotWritten();
  return value;
}

function count(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new NotWritten();
  return value;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new NotWritten();
  return value;
}

function record(value: unknown): { readonly key?: unknown; readonly index?: unknown } {
  if (typeof value !== 'object' || value === null) throw new NotWritten();
  return value;
}
