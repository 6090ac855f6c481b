/** Records what the product gives for many texts, and compares two recordings. See `scripts/net.js`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAll, ENGINE } from './engine';
import { recordSessions } from './sessions';
import { type NetText, netTexts } from './texts';

/** One line of a recording: the name of a text, and what was given for it. */
type Line = readonly [name: string, output: unknown];

const KINDS = [...Object.keys(ENGINE), 'check', 'sessions'];
/** So many differences of a kind are shown. */
const MOST_SHOWN = 5;

/**
 * @param folder where the recording goes, a file for each kind of output
 * @param documents a folder of Markdown documents, or null
 * @param briefs an empty folder for the texts as files
 */
export async function record(folder: string, documents: string | null, briefs: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const texts = netTexts(documents);
  const write = (kind: string, lines: readonly Line[]) => {
    writeFileSync(join(folder, `${kind}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    console.log(`${kind}: ${lines.length}`);
  };
  for (const [kind, give] of Object.entries(ENGINE))
    write(
      kind,
      texts.map((text) => [text.name, given(give, text)]),
    );
  const checked = checkAll(texts, briefs);
  write(
    'check',
    texts.map(({ name }, i) => [name, checked[i]]),
  );
  write('sessions', await recordSessions(texts));
}

/** An error is an output, too. */
function given(give: (text: string) => string, { text }: NetText): string {
  try {
    return give(text);
  } catch (error) {
    return String(error);
  }
}

/** Prints in what two recordings differ, and returns in how many outputs. */
export function compare(before: string, after: string): number {
  let all = 0;
  for (const kind of KINDS) {
    const [old, now] = [linesOf(before, kind), linesOf(after, kind)];
    const names = [...new Set([...old.keys(), ...now.keys()])];
    const differing = names.filter((name) => old.get(name) !== now.get(name));
    console.log(`${kind}: ${differing.length} of ${names.length} differ`);
    for (const name of differing.slice(0, MOST_SHOWN)) console.log(difference(name, old.get(name), now.get(name)));
    all += differing.length;
  }
  return all;
}

function linesOf(folder: string, kind: string): ReadonlyMap<string, string> {
  const lines = readFileSync(join(folder, `${kind}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return new Map(lines.map((line) => [JSON.parse(line)[0], line]));
}

/** Characters of each side, around the first that differ. */
const AROUND = 160;

function difference(name: string, before = '', after = ''): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const start = Math.max(0, at - AROUND / 2);
  return `  ${name}\n    - ${before.slice(start, start + AROUND)}\n    + ${after.slice(start, start + AROUND)}`;
}
