import type { BriefSummary, BriefSymbol, Range } from '../../../core';
import { derive } from '../../../core/base/derive';
import type { PositionEncoding } from '../../documents/positions';
import { SymbolInformation, SymbolKind } from '../../lsp';
import type { Feature } from '../feature';

/** Most symbols in an answer. Nobody goes through a longer list; a longer query finds the rest. */
const MOST_SYMBOLS = 1000;

/** Finds briefs, sections, figures and sources of the whole workspace by their names. */
export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: ({ connection, answer, agreement, session }) => {
    connection.onWorkspaceSymbol(
      answer('workspace/symbol', async ({ query }) => {
        const { index } = session();
        for (const document of session().documents()) index.seen(document.uri, document.brief());
        await index.soon();
        return symbolsNamed(index.summaries(), query, agreement().encoding);
      }),
    );
  },
};

const KINDS: Readonly<Record<BriefSymbol['kind'], SymbolKind>> = {
  brief: SymbolKind.File,
  section: SymbolKind.Namespace,
  figure: SymbolKind.Number,
  source: SymbolKind.Key,
};

function symbolsNamed(
  summaries: readonly BriefSummary[],
  query: string,
  encoding: PositionEncoding,
): SymbolInformation[] {
  const asked = query.toLowerCase().replace(/\s+/g, '');
  const wanted = [...asked];
  const signs = signsOf(asked);
  const found: SymbolInformation[] = [];
  for (const summary of summaries) {
    const { uri, title, symbols } = summary;
    const signsOfNames = signsIn(summary);
    for (const [i, { kind, name, range }] of symbols.entries()) {
      if (found.length >= MOST_SYMBOLS) return found;
      if ((signs & ~(signsOfNames[i] ?? 0)) !== 0 || !hasInOrder(name.toLowerCase(), wanted)) continue;
      const place = encoding === 'utf-16' ? range : startOfLine(range);
      found.push(SymbolInformation.create(name, KINDS[kind], place, uri, kind === 'brief' ? '' : title));
    }
  }
  return found;
}

/** Bits for the signs of each name of a brief, in lower case. Most names lack a sign of the query, and are skipped by that. */
const signsIn = derive(({ symbols }: BriefSummary) =>
  Int32Array.from(symbols, ({ name }) => signsOf(name.toLowerCase())),
);

/** Returns a bit for each code unit in a text; units that are 32 apart share one. */
function signsOf(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) signs |= 1 << (text.charCodeAt(at) & 31);
  return signs;
}

/** True if the characters stand in a text in this order, as clients expect of a fuzzy search (LSP 3.17). */
function hasInOrder(text: string, characters: readonly string[]): boolean {
  let at = 0;
  for (const character of characters) {
    at = text.indexOf(character, at);
    if (at < 0) return false;
    at += character.length;
  }
  return true;
}

/** Returns the start of a range's line. To count bytes in that line would need its text, which is not here. */
function startOfLine({ start }: Range): Range {
  return { start: { line: start.line, character: 0 }, end: { line: start.line, character: 0 } };
}
