import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { unzipSync } from 'fflate';
import { packMcpb } from '../../scripts/lib/packMcpb.js';
import { ROOT } from '../../scripts/lib/root.js';
import { folderWith, withoutSockets } from './runBrief';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Three claims without a source, and two whose source says something else. */
const REPORT = `---
sources:
  - id: 1
    title: Cable survey
    publisher: Port Office
    url: https://example.org/cable
    quote:
      - The cable lost 5.7% of its load over the winter.
      - Repairs cost €2.4 million in 2022.
  - id: 2
    title: Operations log
    publisher: Borkum Wind
    url: https://example.org/log
    quote:
      - The Borkum field delivered 312 GWh in 2023.
      - Turbines stood still on 41 days because of ice.
      - Crews sailed on 170 days.
---
# The Borkum field

- The Borkum field delivered 312 GWh in 2023.
- Turbines stood still on 41 days because of ice.
- Repairs cost €2.4 million in 2022.
- The cable lost 7.5% of its load over the winter [1].
- Crews sailed on 190 days [2].
`;

interface Position {
  readonly line: number;
  readonly character: number;
}
interface Edit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}
interface Checked {
  readonly totals: { readonly error: number; readonly warning: number };
  readonly problems: readonly {
    readonly rule: string;
    readonly line: number;
    readonly fix?: { readonly edits: readonly Edit[] };
  }[];
}
interface Found {
  readonly passages: readonly { readonly source: string; readonly text: string }[];
  readonly numbers: readonly { readonly verdict: string }[];
  readonly quotations: readonly { readonly verdict: string }[];
}
type Call = <Answer>(name: string, input: object) => Promise<Answer>;

/** Makes edits of one answer, from the last to the first. */
function edited(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: Position) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return edits
    .map(({ range, newText }) => ({ start: offsetOf(range.start), end: offsetOf(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end), text);
}

/** Goes through the steps of the skill, with the tools that it names and nothing else. */
async function followSkill(before: string, call: Call): Promise<{ text: string; changes: number }> {
  let text = before;
  for (let round = 0; round < 5; round++) {
    const { totals, problems } = await call<Checked>('check_brief', { text });
    if (totals.error + totals.warning === 0) break;
    for (const { rule, line, fix } of problems.toReversed()) {
      const claim = text.split('\n')[line - 1] ?? '';
      const { passages, numbers, quotations } = await call<Found>('find_evidence', { text, claim });
      const isFound = [...numbers, ...quotations].every(({ verdict }) => verdict === 'found');
      const [passage] = passages;
      if (rule === 'citation/missing' && isFound && passage) {
        const { edits } = await call<{ edits: readonly Edit[] }>('cite', { text, line, source: passage.source });
        text = edited(text, edits);
      } else if (/^(?:number|quote)\//.test(rule) && passage) text = edited(text, fix?.edits ?? []);
    }
  }
  const { changes } = await call<{ changes: readonly unknown[] }>('compare', { text, earlier: before });
  return { text, changes: changes.length };
}

/** Puts values into the configuration of a bundle, as a program that installs it does. */
function filledIn(args: readonly string[], folder: string, folders: readonly string[]): string[] {
  const filled = args.map((arg) => arg.replace(/\$\{__dirname\}/, folder));
  return filled.flatMap((arg) => (/^\$\{user_config\.folders\}$/.test(arg) ? folders : arg));
}

describe('The bundle for assistants', () => {
  const manifest = JSON.parse(read('mcpb/manifest.json'));
  const folder = folderWith({ 'briefs/report.brief': REPORT });
  const installed = join(folder.path, 'installed here');
  let client: Client;
  const call: Call = async (name, input) => {
    const { content, isError } = await client.callTool({ name, arguments: { ...input } });
    const [first] = content;
    assert.equal(first?.type, 'text');
    assert.notEqual(isError, true, first.text);
    return JSON.parse(first.text);
  };
  before(async () => {
    for (const [name, bytes] of Object.entries(unzipSync(packMcpb()))) {
      mkdirSync(dirname(join(installed, name)), { recursive: true });
      writeFileSync(join(installed, name), bytes);
    }
    const { args } = manifest.server.mcp_config;
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: filledIn(args, installed, [join(folder.path, 'briefs')]),
      cwd: installed,
      env: { NODE_OPTIONS: withoutSockets({}) },
    });
    client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(transport);
  });
  after(async () => {
    await client.close();
    folder.remove();
  });

  it('has the tools that its manifest and the skill name', async () => {
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name).sort();
    assert.deepEqual(manifest.tools.map(({ name }: { name: string }) => name).sort(), names);
    const skill = [...read('skills/research-briefs/SKILL.md').matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
    assert.deepEqual(skill.sort(), names);
  });

  it('checks a brief of a folder that was chosen', async () => {
    const { totals } = await call<Checked>('check_brief', { path: 'report.brief' });
    assert.deepEqual(totals, { error: 0, warning: 5, information: 0, hint: 0 });
  });

  it('lets an agent that follows the skill get to a brief without problems', async () => {
    const { text, changes } = await followSkill(REPORT, call);
    const body = text.slice(text.indexOf('# The'));
    assert.equal(
      body,
      REPORT.slice(REPORT.indexOf('# The'))
        .replace('in 2023.', 'in 2023 [2].')
        .replace('of ice.', 'of ice [2].')
        .replace('in 2022.', 'in 2022 [1].')
        .replace('7.5%', '5.7%')
        .replace('190 days', '170 days'),
    );
    // Three citations, and two numbers.
    assert.equal(changes, 5);
  });

  it('has nothing that can reach the network', () => {
    const names = Object.keys(unzipSync(packMcpb()));
    assert.deepEqual(
      names.filter((name) => /network|copies|lookUps|extension|server/.test(name)),
      [],
    );
    assert.ok(names.includes(manifest.server.entry_point));
    assert.ok(names.includes(manifest.icon));
  });
});
