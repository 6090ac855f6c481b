/** What the language server answers while somebody edits: recorded sessions over its standard streams. */
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { applyEdits, indexLines } from '../../src/core';
import { type SpawnedClient, spawnServer, URI } from '../server/client';
import type { NetText } from './texts';

export const SESSIONS = 50;
const EDITS = 200;
/** After so many edits, everything is asked. */
const ASKED_EVERY = 50;
/** Places at which is asked what depends on a place. */
const PLACES = 5;
/** Longer than problems are held back where somebody types, in milliseconds. */
const SETTLED = 1500;
const AT_ONCE = 8;
const MOST_CHARACTERS = 40_000;

/** Answers by what was asked. */
export type Session = Readonly<Record<string, unknown>>;

/** @returns for each session its name and its answers */
export async function recordSessions(texts: readonly NetText[]): Promise<[name: string, session: Session][]> {
  const chosen = texts.filter(({ text, name }) => text.length < MOST_CHARACTERS && !name.startsWith('hostile/'));
  const step = Math.max(1, Math.floor(chosen.length / SESSIONS));
  const waiting = Array.from({ length: SESSIONS }, (_, i) => ({ seed: i, ...(chosen[i * step] ?? chosen[0]) }));
  const recorded: [string, Session][] = [];
  const work = async () => {
    for (let next = waiting.shift(); next?.text !== undefined; next = waiting.shift())
      recorded.push([`${next.seed} ${next.name}`, await record(next.text, next.seed)]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return recorded.sort(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

/** What is typed, pasted or taken away: `at` and `length` are shares of the text. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.constantFrom(0, 0, 0, 1, 1, 5, 40),
  newText: fc.constantFrom(
    ...['a', ' ', '7', '[', ']', '1', '\n', '\n\n', '- ', '## ', '[1]', '[^1]', '[@usgs]', '"', '`', '|', '<!--'],
    ...['Output rose by 12 % in 2024. ', '增长了 12%。', '```figure\nid: x\n```\n', '---\n', ''],
  ),
});

async function record(start: string, seed: number): Promise<Session> {
  const client = await spawnServer({ capabilities: CAPABILITIES });
  const answers: Record<string, unknown> = {};
  let text = start;
  let version = 1;
  await client.open(text);
  answers['opened'] = await everything(client, text, version, seed);
  for (const { at, length, newText } of fc.sample(edit, { seed, numRuns: EDITS })) {
    const from = Math.floor(at * text.length);
    const span = { start: from, end: Math.min(text.length, from + length) };
    const range = indexLines(text).rangeOf(span);
    text = applyEdits(text, [{ span, newText }]);
    version++;
    await client.change(version, newText, range);
    if (version % ASKED_EVERY === 1)
      answers[`after ${version - 1} edits`] = await everything(client, text, version, seed);
  }
  await client.stop();
  return answers;
}

const CAPABILITIES = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    inlayHint: {},
    rename: { prepareSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** The id of an answer is another one on each run. */
function withoutId(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'resultId' in answer
    ? { ...answer, resultId: undefined }
    : answer;
}

async function everything(client: SpawnedClient, text: string, version: number, seed: number): Promise<Session> {
  const textDocument = { uri: URI };
  const ask = (method: string, params: object) =>
    client.connection
      .sendRequest(method, { textDocument, ...params })
      .then(withoutId)
      .catch((error: unknown) => String(error));
  const all = indexLines(text).rangeOf({ start: 0, end: text.length });
  const answers: Record<string, unknown> = {
    symbols: await ask('textDocument/documentSymbol', {}),
    folding: await ask('textDocument/foldingRange', {}),
    tokens: await ask('textDocument/semanticTokens/full', {}),
    hints: await ask('textDocument/inlayHint', { range: all }),
    lenses: await ask('textDocument/codeLens', {}),
    links: await ask('textDocument/documentLink', {}),
    formatting: await ask('textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }),
    preview: await client.connection.sendRequest('brief/render', { uri: URI }),
    sources: await ask('brief/sources', {}),
  };
  const places = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed: seed + version, numRuns: PLACES });
  for (const place of places) {
    const position = indexLines(text).positionAt(Math.floor(place * text.length));
    answers[`at ${position.line}:${position.character}`] = {
      hover: await ask('textDocument/hover', { position }),
      completion: await ask('textDocument/completion', { position }),
      definition: await ask('textDocument/definition', { position }),
      references: await ask('textDocument/references', { position, context: { includeDeclaration: true } }),
      highlights: await ask('textDocument/documentHighlight', { position }),
      rename: await ask('textDocument/rename', { position, newName: 'renamed' }),
      actions: await ask('textDocument/codeAction', {
        range: { start: position, end: position },
        context: { diagnostics: [] },
      }),
      selection: await ask('textDocument/selectionRange', { positions: [position] }),
    };
  }
  await wait(SETTLED);
  answers['diagnostics'] = client.published.findLast((published) => published.version === version)?.diagnostics;
  return answers;
}
