import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientCapabilities, CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { applyEdits, indexLines } from '../../src/core';
import { type ClientOptions, codesOf, rangeIn, startServer, type TestClient } from './client';

const HERE = 'Turn off citation/missing here';
const FILE = 'Turn off citation/missing in this file';
const FOLDER = 'Turn off citation/missing in this folder';
const CONFIG = 'brief.config.yaml';
const MAKES_FILES: ClientCapabilities['workspace'] = {
  workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
};

const HEAD = '---\ntitle: Ore\n---\n\n';
const CLAIM = 'Output rose by 4% in 2024.';
const BODY = `- ${CLAIM}\n`;

describe('Turning a rule off in an editor', () => {
  let client: TestClient | null = null;
  let folder = '';
  let version = 0;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    version = 0;
  });
  afterEach(async () => {
    await client?.stop();
    client = null;
    rmSync(folder, { recursive: true });
  });

  /** Opens a brief of the folder in a server of its own. */
  const open = async (text: string, path = 'a.brief', options: ClientOptions = {}) => {
    client = await startServer({
      root: pathToFileURL(folder).href,
      capabilities: { workspace: { ...MAKES_FILES, didChangeWatchedFiles: { dynamicRegistration: true } } },
      ...options,
    });
    version = 1;
    await client.open(text, uriOf(path));
    return client;
  };
  const actionsAt = async (range: Range, path = 'a.brief') => {
    assert.ok(client);
    const actions = await client.connection.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(path) },
      range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    return actions;
  };
  const titlesAt = async (range: Range, path = 'a.brief') =>
    (await actionsAt(range, path)).map(({ title }) => title).filter((title) => title.startsWith('Turn off'));

  /** Does what an action says, on disk and in the open brief, and gives the text of the file that it changed. */
  const apply = async (title: string, text: string, part = CLAIM, path = 'a.brief') => {
    const actions = await actionsAt(rangeIn(text, part), path);
    const action = actions.find((one) => one.title === title);
    assert.ok(action?.edit, `${title} is offered among ${actions.map((one) => one.title).join(', ')}`);
    return carryOut(action.edit, text, path);
  };
  const carryOut = async ({ documentChanges = [] }: WorkspaceEdit, text: string, path: string) => {
    assert.ok(client);
    let changed = '';
    for (const change of documentChanges) {
      if ('kind' in change) {
        assert.deepEqual(change.kind === 'create' && change.options, { overwrite: false, ignoreIfExists: false });
        assert.ok(!existsSync(fileURLToPath(change.kind === 'create' ? change.uri : '')));
        continue;
      }
      const { uri } = change.textDocument;
      const isOpen = uri === uriOf(path);
      assert.equal(change.textDocument.version, isOpen ? version : null);
      const before = isOpen ? text : existsSync(fileURLToPath(uri)) ? readFileSync(fileURLToPath(uri), 'utf8') : '';
      const lines = indexLines(before);
      changed = applyEdits(
        before,
        change.edits.map((edit) => {
          assert.ok('newText' in edit);
          const { start, end } = edit.range;
          return { span: { start: lines.offsetAt(start), end: lines.offsetAt(end) }, newText: edit.newText };
        }),
      );
      if (isOpen) {
        await client.change(++version, changed, undefined, uri);
        continue;
      }
      writeFileSync(fileURLToPath(uri), changed);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    }
    return changed;
  };
  /** Waits until the brief has no such problem any more. */
  const isGone = async (path = 'a.brief', code = 'citation/missing') => {
    assert.ok(client);
    await client.diagnostics(
      (sent) => sent.uri === uriOf(path) && (sent.version ?? 0) >= version && !codesOf(sent.diagnostics).includes(code),
    );
  };

  it('is offered here, in the file and in the folder, after all other fixes', async () => {
    const text = HEAD + BODY;
    await open(text);
    const titles = (await actionsAt(rangeIn(text, CLAIM))).map(({ title }) => title);
    assert.deepEqual(titles.slice(-3), [HERE, FILE, FOLDER]);
    assert.ok(titles.includes('Mark as own judgement'));
  });

  it('writes a comment for one place', async () => {
    const text = HEAD + BODY;
    await open(text);
    assert.equal(await apply(HERE, text), `${HEAD}<!-- brief-disable-next-line citation/missing -->\n${BODY}`);
    await isGone();
  });

  it('writes front matter where a file has none', async () => {
    const text = `# Ore\n\n${BODY}`;
    await open(text);
    assert.equal(await apply(FILE, text), `---\nrules:\n  citation/missing: off\n---\n\n${text}`);
    await isGone();
  });

  it('adds rules to front matter, with the line breaks of the file', async () => {
    const text = (HEAD + BODY).replaceAll('\n', '\r\n');
    await open(text);
    assert.equal(
      await apply(FILE, text),
      `---\ntitle: Ore\nrules:\n  citation/missing: off\n---\n\n${BODY}`.replaceAll('\n', '\r\n'),
    );
    await isGone();
  });

  it('adds to the rules of front matter, as a block and in braces', async () => {
    for (const [before, after] of [
      [
        'rules:\n    citation/order: off # mine\n    # more\nlanguage: en\n',
        'rules:\n    citation/order: off # mine\n    citation/missing: off\n    # more\nlanguage: en\n',
      ],
      ['rules: { citation/order: "off" }\n', 'rules: { citation/order: "off", citation/missing: off }\n'],
      ['rules: {}\n', 'rules: {citation/missing: off}\n'],
      ['rules: # none\nlanguage: en\n', 'rules: # none\n  citation/missing: off\nlanguage: en\n'],
      ['rules:\n  citation/missing: error # strict\n', 'rules:\n  citation/missing: off # strict\n'],
      ["rules: {'citation/missing': 'hint'}\n", "rules: {'citation/missing': 'off'}\n"],
    ] as const) {
      const text = `---\n${before}---\n\n${BODY}`;
      await open(text);
      assert.equal(await apply(FILE, text), `---\n${after}---\n\n${BODY}`);
      await isGone();
      await client?.stop();
      client = null;
    }
  });

  it('is not offered in the file where its front matter cannot be read', async () => {
    for (const head of [
      '---\ntitle: Ore\n\n',
      '---\nrules: [citation/order\n---\n\n',
      '---\nrules: off\n---\n\n',
      '--\ntitle: Ore\n---\n\n',
    ]) {
      const text = head + BODY;
      await open(text);
      const titles = await titlesAt(rangeIn(text, CLAIM));
      assert.ok(!titles.includes(FILE), `${head}${titles.join()}`);
      await client?.stop();
      client = null;
    }
  });

  it('makes the configuration of a folder', async () => {
    const text = HEAD + BODY;
    await open(text);
    assert.equal(await apply(FOLDER, text), 'rules:\n  citation/missing: off\n');
    assert.equal(readFileSync(join(folder, CONFIG), 'utf8'), 'rules:\n  citation/missing: off\n');
    await isGone();
  });

  it('adds to the configuration of a folder', async () => {
    for (const [before, after] of [
      ['style: apa', 'style: apa\nrules:\n  citation/missing: off'],
      ['rules:\n  citation/order: off\n', 'rules:\n  citation/order: off\n  citation/missing: off\n'],
      ['rules: {citation/missing: error}\r\n', 'rules: {citation/missing: off}\r\n'],
      ['', 'rules:\n  citation/missing: off\n'],
    ] as const) {
      write(CONFIG, before);
      const text = HEAD + BODY;
      await open(text);
      assert.equal(await apply(FOLDER, text), after);
      await isGone();
      await client?.stop();
      client = null;
    }
  });

  it('adds to the configuration above, which a new one would put out of force, and names its folder', async () => {
    write(`reports/${CONFIG}`, 'style: apa\n');
    const text = HEAD + BODY;
    await open(text, 'reports/2024/a.brief');
    const title = 'Turn off citation/missing in the folder "reports"';
    assert.deepEqual(await titlesAt(rangeIn(text, CLAIM), 'reports/2024/a.brief'), [HERE, FILE, title]);
    assert.equal(
      await apply(title, text, CLAIM, 'reports/2024/a.brief'),
      'style: apa\nrules:\n  citation/missing: off\n',
    );
    await isGone('reports/2024/a.brief');
  });

  it('makes a configuration beside the files of another program', async () => {
    write('_quarto.yml', 'bibliography: refs.bib\n');
    write('refs.bib', '@book{ore, title = {Ore}}\n');
    const text = HEAD + BODY;
    await open(text);
    assert.equal(await apply(FOLDER, text), 'rules:\n  citation/missing: off\n');
    await isGone();
  });

  it('changes the text that an editor has of a configuration', async () => {
    write(CONFIG, 'style: apa\n');
    const text = HEAD + BODY;
    const { connection } = await open(text);
    const typed = '# typed\nstyle: apa\n';
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uriOf(CONFIG), languageId: 'yaml', version: 7, text: typed },
    });
    const actions = await actionsAt(rangeIn(text, CLAIM));
    assert.deepEqual(actions.find(({ title }) => title === FOLDER)?.edit?.documentChanges, [
      {
        textDocument: { uri: uriOf(CONFIG), version: 7 },
        edits: [
          {
            range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
            newText: 'rules:\n  citation/missing: off\n',
          },
        ],
      },
    ]);
  });

  it('is not offered in the folder where that would change nothing, or cannot be done', async () => {
    const text = HEAD + BODY;
    const offered = async (body: string, options: ClientOptions = {}, path = 'a.brief') => {
      await open(body, path, options);
      const titles = await titlesAt(rangeIn(body, CLAIM), path);
      await client?.stop();
      client = null;
      return titles.some((title) => title.includes('folder'));
    };
    assert.ok(await offered(text));
    const set = text.replace('---\n\n', 'rules: {citation/missing: error}\n---\n\n');
    assert.ok(!(await offered(set)), 'the front matter counts more');
    const capabilities = { workspace: { ...MAKES_FILES, configuration: true } };
    const settings = () => ({ rules: { 'citation/missing': 'error' } });
    assert.ok(!(await offered(text, { capabilities, settings })), 'the settings count more');
    assert.ok(!(await offered(text, { root: uriOf('other') })), 'the folder is not open');
    const plain = { workspace: { workspaceEdit: { documentChanges: true } } };
    assert.ok(!(await offered(text, { capabilities: plain })), 'the editor makes no files');
    write(CONFIG, 'rules: [\n');
    assert.ok(!(await offered(text)), 'the configuration cannot be read');
  });

  it('is offered once for each rule at a place, and works for each', async () => {
    const text = `${HEAD}- China mined 69% of it in 2024 [9][9], and 12% [8].\n`;
    for (const rule of ['citation/unknown-source', 'citation/duplicate'])
      for (const [where, file] of [
        ['here', null],
        ['in this file', `---\ntitle: Ore\nrules:\n  ${rule}: off\n---\n\n`],
        ['in this folder', `rules:\n  ${rule}: off\n`],
      ] as const) {
        rmSync(join(folder, CONFIG), { force: true });
        await open(text);
        const range = rangeIn(text, '[9][9], and 12% [8]');
        assert.deepEqual(
          await titlesAt(range),
          ['citation/unknown-source', 'citation/duplicate'].flatMap((code) =>
            ['here', 'in this file', 'in this folder'].map((place) => `Turn off ${code} ${place}`),
          ),
        );
        const changed = await apply(`Turn off ${rule} ${where}`, text, '[9][9], and 12% [8]');
        const expected = file ?? `${HEAD}<!-- brief-disable-next-line ${rule} -->\n`;
        assert.ok(changed.startsWith(expected), changed);
        await isGone('a.brief', rule);
        await client?.stop();
        client = null;
      }
  });

  it('is offered in file and folder for a rule that speaks of the whole brief', async () => {
    const text = `${BODY}`;
    await open(text);
    const title = 'Turn off brief/no-title in this file';
    assert.deepEqual(
      (await titlesAt(rangeIn(text, CLAIM))).filter((one) => one.includes('no-title')),
      [title, 'Turn off brief/no-title in this folder'],
    );
    assert.equal(await apply(title, text), `---\nrules:\n  brief/no-title: off\n---\n\n${text}`);
    await isGone('a.brief', 'brief/no-title');
  });
});
