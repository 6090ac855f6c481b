import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { RULES } from '../../src/core';
import { folderWith, runBrief } from './runBrief';

const UNCITED = '# Ore\n\n## Supply\n\n- Output rose by 4% in 2024.\n';
const DOUBLE =
  '# Ore\n\n- Output rose by 4% in 2024 [1].\n\n## Sources\n\n- [1] Ore Yearbook, https://ore.example/a\n- [1] Other book, https://ore.example/b\n';

/** The schema of SARIF 2.1.0, whose draft of JSON Schema differs from that of the validator in names only, where it is used. */
function sarifValidator() {
  const {
    id: _,
    $schema: __,
    ...schema
  } = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'));
  const isUri = (text: string) => URL.canParse(text);
  const isReference = (text: string) => URL.canParse(text, 'file:///') && !/[\s<>"\\^`{|}]/.test(text);
  const formats = { uri: isUri, 'uri-reference': isReference, 'date-time': true } as const;
  return new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);
}

describe('brief check --format sarif', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());
  const run = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    folder = folderWith(files);
    const { stdout, status } = await runBrief(['check', '--format', 'sarif'], { cwd: folder.path });
    return { log: JSON.parse(stdout), status };
  };

  it('prints a log of version 2.1.0 with one run, whose rules have pages', async () => {
    const { log } = await run({ 'a.brief': UNCITED });
    assert.deepEqual(Object.keys(log), ['$schema', 'version', 'runs']);
    assert.equal(log.version, '2.1.0');
    assert.equal(log.runs.length, 1);
    const [{ tool, columnKind, invocations }] = log.runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual(invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    assert.equal(tool.driver.name, 'brief');
    assert.match(tool.driver.version, /^\d+\.\d+\.\d+/);
    assert.equal(tool.driver.rules.length, RULES.length);
    for (const { id, shortDescription, helpUri, defaultConfiguration } of tool.driver.rules) {
      assert.ok(shortDescription.text.length > 0);
      assert.equal(new URL(helpUri).pathname.endsWith(`/docs/rules/${id}.md`), true);
      const { level, enabled } = defaultConfiguration;
      assert.ok(enabled === false || ['error', 'warning', 'note'].includes(level), id);
    }
  });

  it('has a result for each problem, at its place counted from one', async () => {
    const { log, status } = await run({ 'some notes/å.brief': UNCITED });
    assert.equal(status, 0);
    const [{ results, tool }] = log.runs;
    assert.deepEqual(results, [
      {
        ruleId: 'citation/missing',
        ruleIndex: tool.driver.rules.findIndex(({ id }: { id: string }) => id === 'citation/missing'),
        level: 'warning',
        message: { text: '"Output rose by 4% in 2024" cites nothing. Cite a source, or mark it [own].' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'some%20notes/%C3%A5.brief', uriBaseId: '%SRCROOT%' },
              region: { startLine: 5, startColumn: 18, endLine: 5, endColumn: 20 },
            },
          },
        ],
      },
    ]);
  });

  it('names the other place of a problem', async () => {
    const { log } = await run({ 'a.brief': DOUBLE });
    const [result] = log.runs[0].results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'source/duplicate-id');
    assert.equal(result.level, 'error');
    const [related] = result.relatedLocations;
    assert.equal(related.id, 0);
    assert.ok(related.message.text.length > 0);
    assert.equal(related.physicalLocation.region.startLine, 7);
  });

  it('is what the schema of SARIF asks for, whatever is in it', async () => {
    const isValid = sarifValidator();
    const { log } = await run({
      'a.brief': DOUBLE,
      'some notes/å#%?.brief': `${UNCITED}\n- Controls \u202e and 4% [@{<\u0001>}].\n`,
      'bad.brief': new Uint8Array([0xff, 0xfe, 0x41, 0]),
    });
    assert.equal(isValid(log), true, JSON.stringify(isValid.errors, null, 2));
    const [{ results, invocations }] = log.runs;
    assert.ok(results.some((result: object) => 'relatedLocations' in result));
    assert.equal(invocations[0].toolExecutionNotifications.length, 1);
    for (const [part, wrong] of [
      ['level', 'hint'],
      ['message', 'text'],
      ['ruleIndex', -2],
      ['line', 5],
    ] as const)
      assert.equal(
        isValid({ ...log, runs: [{ ...log.runs[0], results: [{ ...results[0], [part]: wrong }] }] }),
        false,
        part,
      );
  });

  it('is what that schema asks for where nothing is checked', async () => {
    const isValid = sarifValidator();
    const { log } = await run({});
    assert.equal(isValid(log), true, JSON.stringify(isValid.errors, null, 2));
  });

  it('tells of files that could not be read', async () => {
    const { log, status } = await run({ 'a.brief': new Uint8Array([0xff, 0xfe, 0x41, 0]), 'b.brief': UNCITED });
    assert.equal(status, 2);
    const [{ invocations, results }] = log.runs;
    assert.equal(invocations[0].executionSuccessful, false);
    const [notification] = invocations[0].toolExecutionNotifications;
    assert.equal(notification.level, 'error');
    assert.equal(notification.locations[0].physicalLocation.artifactLocation.uri, 'a.brief');
    assert.equal(results.length, 1);
  });
});

/** What GitHub's runner reads of a line: its command, or null for a line of the log. */
function commandIn(line: string) {
  const [, name, properties = '', data = ''] = /^::([a-z]+) (.*?)::(.*)$/.exec(line) ?? [];
  if (name === undefined) return null;
  const plain = (text: string) => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
  const values = properties.split(',').map((property) => {
    const [key = '', value = ''] = property.split(/=(.*)/);
    return [key, plain(value.replace(/%3A/g, ':').replace(/%2C/g, ','))] as const;
  });
  return { name, properties: Object.fromEntries(values), message: plain(data) };
}

describe('brief check --format github', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());
  const run = async (files: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    folder = folderWith(files);
    return (await runBrief(['check', '--format', 'github', ...args], { cwd: folder.path })).stdout;
  };

  it('prints a workflow command for each problem', async () => {
    assert.equal(
      await run({ 'a.brief': UNCITED }),
      '::warning file=a.brief,line=5,endLine=5,col=18,endColumn=20,title=citation/missing::"Output rose by 4%25 in 2024" cites nothing. Cite a source, or mark it [own].\n',
    );
  });

  it('escapes what would end a property or begin a command', async () => {
    const id = 'a%0A::error::b';
    const out = await run({ 'a,b%:c.brief': `# T\n\n## S\n\n- It rose by 4% [@{${id}}].\n` });
    assert.match(out, /file=a%2Cb%25%3Ac\.brief,/);
    assert.match(out, /a%250A::error::b/);
    assert.equal(out.split('\n').length, 2);
  });

  it('is read by a runner as what the brief has', async () => {
    const name = 'a,b%:c=d%2C.brief';
    const out = await run({ [name]: DOUBLE, 'e.brief': `# T\n\n## S\n\n- It rose by 4% [@{%0A::x,=}].\n` });
    const commands = out.trimEnd().split('\n').map(commandIn);
    assert.deepEqual(
      commands.map((command) => command && [command.name, command.properties['file'], command.properties['title']]),
      [
        ['error', name, 'source/duplicate-id'],
        ['error', 'e.brief', 'citation/unknown-source'],
      ],
    );
    const { line, endLine, col, endColumn } = commands[1]?.properties ?? {};
    assert.deepEqual([line, endLine, col, endColumn], ['5', '5', '20', '28']);
    assert.ok(commands[1]?.message.includes('%0A::x,='), commands[1]?.message);
  });

  it('leaves hints out, and with --quiet all that does not make the check fail', async () => {
    const hinted = `${UNCITED}\n## Summary\n\nOutput rose by 4% in 2024.\n`;
    assert.equal((await run({ 'a.brief': hinted })).split('\n').length, 2);
    folder.remove();
    assert.equal(await run({ 'a.brief': UNCITED }, '--quiet'), '');
  });
});

describe('brief check --jobs', () => {
  it('prints the same for any number of threads', async () => {
    const files: Record<string, string | Uint8Array> = {
      'brief.config.yaml': 'rules:\n  citation/missing: error\n',
      'bad.brief': new Uint8Array([0xff, 0xfe]),
    };
    for (let i = 0; i < 12; i++) files[`d${i % 3}/${i}.brief`] = i % 2 ? UNCITED : DOUBLE;
    const folder = folderWith(files);
    const outputs = new Set<string>();
    for (const format of ['json', 'pretty']) {
      const results: string[] = [];
      for (const jobs of ['1', '2', '5']) {
        const args = ['check', '.', '-', '--stdin-path', 'd1/in.brief', '--format', format, '--jobs', jobs];
        const { stdout, stderr, status } = await runBrief(args, { cwd: folder.path, input: UNCITED });
        results.push(`${status} ${stdout} ${stderr}`);
      }
      assert.equal(new Set(results).size, 1);
      outputs.add(results[0] ?? '');
    }
    folder.remove();
    assert.equal(outputs.size, 2);
  });

  it('takes a number from one on', async () => {
    const folder = folderWith({ 'a.brief': UNCITED });
    for (const jobs of ['0', 'many', '-1', '1.5']) {
      const { status, stderr } = await runBrief(['check', `--jobs=${jobs}`], { cwd: folder.path });
      assert.deepEqual([status, stderr], [2, `brief: --jobs ${jobs}: write a number from 1 to 999.\n`]);
    }
    folder.remove();
  });

  it('applies fixes in threads too', async () => {
    const text = '# Ore\n\n- Output rose by 4% in 2024 [1].\n\n## Sources\n\n1. One, https://ore.example/a\n';
    const folder = folderWith({ 'a.brief': text, 'b.brief': text });
    const { stdout } = await runBrief(['check', '--fix', '--jobs', '2'], { cwd: folder.path });
    folder.remove();
    assert.match(stdout, /^2 files checked/m);
  });
});
