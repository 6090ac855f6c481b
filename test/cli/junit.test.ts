import assert from 'node:assert/strict';
import { Parser } from 'htmlparser2';
import { folderWith, runBrief } from './runBrief';

const UNCITED = '# Ore\n\n## Supply\n\n- Output rose by 4% in 2024.\n';
const TWICE = `${UNCITED}- Prices fell by 3% in 2024.\n- Ore is sold [1].\n\n[1]: https://ore.example/2024 "Ore Yearbook"\n`;
const UNKNOWN = UNCITED.replace('2024.', '2024 [3].');
const CLEAN = '# Ore\n\n- Output rose by 4% [1].\n\n## Sources\n\n- [1] Ore Yearbook, https://ore.example/2024\n';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML with a parser of others. */
function readXml(xml: string): Element {
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
  // What XML 1.0 forbids, of which a strict reader refuses the whole document.
  for (const char of xml) assert.ok(isChar(char.codePointAt(0) ?? 0), JSON.stringify(char));
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (text) => {
        const at = open.at(-1);
        if (at) at.text += text;
      },
      onclosetag: (name) => assert.equal(open.pop()?.name, name),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  assert.equal(open.length, 1);
  const [root] = top.children;
  assert.ok(root && top.children.length === 1);
  return root;
}

/** https://www.w3.org/TR/xml/#charsets */
function isChar(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}

describe('brief check --format junit', () => {
  let folder: ReturnType<typeof folderWith>;
  afterEach(() => folder.remove());
  const run = async (files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) => {
    folder = folderWith(files);
    const { stdout, status } = await runBrief(['check', '--format', 'junit', ...args], { cwd: folder.path });
    return { root: readXml(stdout), status };
  };
  const casesOf = (root: Element) => root.children.flatMap(({ children }) => children);

  it('has a test suite for each file, in order', async () => {
    const { root } = await run({ 'b.brief': CLEAN, 'a/c.brief': UNCITED });
    assert.deepEqual([root.name, root.attributes['name']], ['testsuites', 'brief check']);
    assert.deepEqual(
      root.children.map(({ name, attributes }) => [name, attributes['name'], attributes['tests']]),
      [
        ['testsuite', 'a/c.brief', '1'],
        ['testsuite', 'b.brief', '1'],
      ],
    );
  });

  it('has one test case that passes for a file without problems', async () => {
    const { root, status } = await run({ 'a.brief': CLEAN });
    const [testcase] = casesOf(root);
    assert.deepEqual(testcase?.attributes, { classname: 'a.brief', name: 'brief check', file: 'a.brief', time: '0' });
    assert.deepEqual([testcase.children, status], [[], 0]);
  });

  it('fails a test case for each rule that makes the check fail, with all its problems', async () => {
    const { root, status } = await run({ 'a.brief': TWICE }, '--fail-on', 'warning');
    assert.equal(status, 1);
    assert.equal(root.children[0]?.attributes['failures'], '1');
    const [testcase, ...others] = casesOf(root);
    assert.equal(others.length, 0);
    assert.deepEqual(testcase?.attributes, {
      classname: 'a.brief',
      name: 'citation/missing',
      file: 'a.brief',
      line: '5',
      time: '0',
    });
    const [failure, ...more] = testcase.children;
    assert.equal(more.length, 0);
    const words = 'cites nothing. Cite one, such as [1], or mark it [own].';
    assert.deepEqual(
      [failure?.name, failure?.attributes],
      ['failure', { message: `"Output rose by 4% in 2024" ${words} And 1 more.`, type: 'warning' }],
    );
    assert.equal(
      failure?.text,
      `a.brief:5:18: warning: "Output rose by 4% in 2024" ${words}\na.brief:6:18: warning: "Prices fell by 3% in 2024" ${words}`,
    );
  });

  it('has what does not fail as the output of a test case that passes', async () => {
    const { root, status } = await run({ 'a.brief': UNCITED });
    assert.equal(status, 0);
    assert.equal(root.children[0]?.attributes['failures'], '0');
    const [output, ...others] = casesOf(root)[0]?.children ?? [];
    assert.deepEqual([output?.name, others.length], ['system-out', 0]);
    assert.match(output?.text ?? '', /^a\.brief:5:18: warning: "Output rose by 4% in 2024" cites nothing/);
  });

  it('fails nothing with --fail-on never, and has with --quiet only what fails', async () => {
    const never = await run({ 'a.brief': UNKNOWN }, '--fail-on', 'never');
    assert.deepEqual(
      casesOf(never.root).flatMap(({ children }) => children.map(({ name }) => name)),
      ['system-out'],
    );
    folder.remove();
    const quiet = await run({ 'a.brief': UNCITED, 'b.brief': UNKNOWN }, '--quiet');
    assert.deepEqual(
      casesOf(quiet.root).map(({ attributes, children }) => [attributes['name'], children.map(({ name }) => name)]),
      [
        ['brief check', []],
        ['citation/unknown-source', ['failure']],
      ],
    );
  });

  it('has the other place of a problem', async () => {
    const double = `${UNCITED}\n## Sources\n\n- [1] Ore Yearbook, https://ore.example/a\n- [1] Other book, https://ore.example/b\n`;
    const { root } = await run({ 'a.brief': double });
    const testcase = casesOf(root).find(({ attributes }) => attributes['name'] === 'source/duplicate-id');
    assert.match(testcase?.children[0]?.text ?? '', /^a\.brief:10:\d+: error: .*\n {2}a\.brief:9:\d+: .+$/);
  });

  it('has an error for a file that could not be read', async () => {
    const { root, status } = await run({ 'a.brief': new Uint8Array([0xff, 0xfe, 0x41, 0]) });
    assert.equal(status, 2);
    assert.deepEqual(
      ['tests', 'failures', 'errors'].map((name) => root.children[0]?.attributes[name]),
      ['1', '0', '1'],
    );
    const [error] = casesOf(root)[0]?.children ?? [];
    assert.deepEqual([error?.name, error?.attributes['message']], ['error', 'it is UTF-16 text; save it as UTF-8']);
  });

  it('is whole for names and texts that no XML can hold', async function () {
    if (process.platform === 'win32') this.skip();
    const name = `a"<&'>]]>\u0001\u001b\uffff\ufffe.brief`;
    const id = `<&"']]>\u0001\uffff\u{1f600}`;
    const { root } = await run({ [name]: `# Ore\n\n- Output rose by 4% [@{${id}}].\n` });
    const shown = `a"<&'>]]><U+0001><U+001B><U+FFFF><U+FFFE>.brief`;
    assert.equal(root.children[0]?.attributes['name'], shown);
    const text = casesOf(root)
      .flatMap(({ children }) => children.map((child) => child.text))
      .join('\n');
    assert.ok(text.startsWith(`${shown}:3:`), text);
    assert.ok(text.includes(`<&"']]>\\u{1}<U+FFFF>\u{1f600}`), text);
  });

  it('is a document where there is nothing to check', async () => {
    const { root, status } = await run({});
    assert.deepEqual([root.name, root.children, status], ['testsuites', [], 0]);
  });
});
