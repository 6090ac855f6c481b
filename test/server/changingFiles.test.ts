import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SymbolInformation } from 'vscode-languageserver/node';
import { codesOf, type SpawnedClient, spawnServer } from './client';

const COPY = 'Output of ore rose by 12% in 2023.\n';
const BRIEF =
  '---\ntitle: T\nsources:\n  - id: 1\n    title: Ore survey\n    url: https://example.org\n    text: one.txt\n---\n\n- Output rose by 12% [1].\n';
const UNCITED = '# Ore\n\n- Output rose by 4% in 2024.\n';

describe('Files that change under the server', () => {
  let client: SpawnedClient;
  let folder = '';
  const at = (name: string) => join(folder, name);
  const uriOf = (name: string) => pathToFileURL(at(name)).href;
  const start = () => spawnServer({ root: pathToFileURL(folder).href });
  const told = (name: string, type: 1 | 2 | 3, by = client) =>
    by.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });
  /** The problems once they are these, after what was sent before. */
  const see = (expected: readonly string[], { name = 'a.brief', after = 0, by = client } = {}) =>
    by.diagnostics(
      (sent) =>
        sent.uri === uriOf(name) &&
        codesOf(sent.diagnostics).join() === expected.join() &&
        by.published.indexOf(sent) >= after,
    );
  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'brief-')));
    client = await start();
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  describe('a local copy', () => {
    /** What comes into the place of the copy, and what is said of it. */
    const states: readonly (readonly [string, () => void, string])[] = [
      ['deleted', () => undefined, 'There is no such file.'],
      ['replaced by a folder', () => mkdirSync(at('one.txt')), 'It is not a regular file.'],
      ['replaced by a pipe', () => execFileSync('mkfifo', [at('one.txt')]), 'It is not a regular file.'],
      ['replaced by a device', () => symlinkSync('/dev/zero', at('one.txt')), "It points outside the brief's folder."],
      [
        'replaced by a link out',
        () => symlinkSync('/etc/hostname', at('one.txt')),
        "It points outside the brief's folder.",
      ],
      ['replaced by a link to itself', () => symlinkSync('one.txt', at('one.txt')), 'It is a symbolic link.'],
      ['replaced by one that is too large', () => grow(at('one.txt')), 'It is larger than 8 MB.'],
      [
        'replaced by bytes',
        () => writeFileSync(at('one.txt'), 'a\0b'),
        'It is not text. Save its text as .txt, .md, .html or .htm.',
      ],
    ];
    for (const [what, change, reason] of states)
      it(`that is ${what} is said to be missing, and read again when it is back`, async function () {
        if (process.platform === 'win32') this.skip();
        writeFileSync(at('one.txt'), COPY);
        await client.open(BRIEF, uriOf('a.brief'));
        await see([]);
        rmSync(at('one.txt'));
        change();
        await told('one.txt', 2);
        // It may be read in between, too, when there is nothing in its place.
        await client.diagnostics(
          ({ uri, diagnostics: [problem] }) =>
            uri === uriOf('a.brief') && problem?.message === `"one.txt" was not read. ${reason}`,
        );
        const seen = client.published.length;
        rmSync(at('one.txt'), { recursive: true, force: true });
        writeFileSync(at('one.txt'), COPY);
        await told('one.txt', 1);
        await see([], { after: seen });
      });
  });

  describe('an image', () => {
    const PAGE = '---\ntitle: T\n---\n\n![Ore](img/ore%20map.png "Map")\n';
    const messages = (reason: string) => [`"img/ore map.png" was not read. ${reason}`];
    const said = (expected: readonly string[], after = 0) =>
      client.diagnostics(
        (sent) =>
          sent.uri === uriOf('a.brief') &&
          sent.diagnostics.map(({ message }) => message).join() === expected.join() &&
          client.published.indexOf(sent) >= after,
      );

    it('that is not there is said to be missing where it is named, until it appears', async () => {
      await client.open(PAGE, uriOf('a.brief'));
      const diagnostics = await client.diagnostics(
        (sent) => sent.uri === uriOf('a.brief') && sent.diagnostics.length > 0,
      );
      assert.deepEqual(codesOf(diagnostics), ['figure/missing-image']);
      assert.deepEqual(diagnostics[0]?.range, { start: { line: 4, character: 7 }, end: { line: 4, character: 24 } });
      await said(messages('There is no such file.'));
      const seen = client.published.length;
      mkdirSync(at('img'));
      writeFileSync(at('img/ore map.png'), 'pixels');
      await told('img/ore map.png', 1);
      await said([], seen);
      const again = client.published.length;
      rmSync(at('img/ore map.png'));
      await told('img/ore map.png', 3);
      await said(messages('There is no such file.'), again);
    });

    it('of HTML is said to be missing, until it appears', async () => {
      await client.open('---\ntitle: T\n---\n\n<p align="center"><img src="ore.png"></p>\n', uriOf('a.brief'));
      await said(['"ore.png" was not read. There is no such file.']);
      const seen = client.published.length;
      writeFileSync(at('ore.png'), 'pixels');
      await told('ore.png', 1);
      await said([], seen);
    });

    it('is looked for again when another one is named', async () => {
      mkdirSync(at('img'));
      writeFileSync(at('img/ore map.png'), 'pixels');
      await client.open(PAGE.replace('map', 'mop'), uriOf('a.brief'));
      await see(['figure/missing-image']);
      const seen = client.published.length;
      await client.change(2, PAGE, undefined, uriOf('a.brief'));
      await see([], { after: seen });
    });

    it('that is no file of the folder is refused by the words for all such paths, and never looked at', async function () {
      if (process.platform === 'win32') this.skip();
      symlinkSync('/etc/hostname', at('link.png'));
      // Other programs show images of a site's root.
      const text = ['../up.png', '/etc/abs.png', 'C:/drive.png', 'link.png']
        .map((path) => `![Ore](${path})\n`)
        .join('\n');
      await client.open(`---\ntitle: T\n---\n\n${text}`, uriOf('a.brief'));
      await said([
        '"../up.png" was not read. It points outside the brief\'s folder.',
        '"C:/drive.png" was not read. Name a file beside the brief, without ":", not an address or a drive.',
        '"link.png" was not read. It points outside the brief\'s folder.',
      ]);
    });
  });

  it('an open brief that is deleted, and then a folder, is checked as it is in the editor', async () => {
    writeFileSync(at('a.brief'), UNCITED);
    await client.open(UNCITED, uriOf('a.brief'));
    await see(['citation/missing']);
    rmSync(at('a.brief'));
    await told('a.brief', 3);
    mkdirSync(at('a.brief'));
    await told('a.brief', 1);
    const seen = client.published.length;
    await client.change(2, UNCITED.replace('2024', '2024 [9]'), undefined, uriOf('a.brief'));
    await see(['citation/unknown-source'], { after: seen });
  });

  it('an open brief that changes on the disk is checked as it is in the editor', async () => {
    await client.open(UNCITED, uriOf('a.brief'));
    await see(['citation/missing']);
    writeFileSync(at('a.brief'), '# Another\n');
    await told('a.brief', 2);
    await client.change(2, `${UNCITED}\n`, undefined, uriOf('a.brief'));
    const found = await client.diagnostics(({ uri, version }) => uri === uriOf('a.brief') && version === 2);
    assert.deepEqual(codesOf(found), ['citation/missing']);
  });

  it('a brief that is not open is forgotten when it is a folder, and known again when it is back', async () => {
    writeFileSync(at('b.brief'), '# Nickel\n');
    const find = async () =>
      (await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: 'nickel' })).length;
    await client.open(UNCITED, uriOf('a.brief'));
    await told('b.brief', 1);
    assert.equal(await find(), 1);
    rmSync(at('b.brief'));
    mkdirSync(at('b.brief'));
    await told('b.brief', 2);
    assert.equal(await find(), 0);
    rmSync(at('b.brief'), { recursive: true });
    writeFileSync(at('b.brief'), '# Nickel\n');
    await told('b.brief', 2);
    assert.equal(await find(), 1);
  });

  it('a configuration that becomes a folder holds no more', async () => {
    writeFileSync(at('brief.config.yaml'), 'rules:\n  citation/missing: off\n');
    await client.open(UNCITED, uriOf('a.brief'));
    await see([]);
    const seen = client.published.length;
    rmSync(at('brief.config.yaml'));
    mkdirSync(at('brief.config.yaml'));
    await told('brief.config.yaml', 2);
    await see(['citation/missing'], { after: seen });
  });

  it('two servers on one folder see what the other one’s user saved', async () => {
    writeFileSync(at('one.txt'), COPY);
    const other = await start();
    for (const each of [client, other]) {
      await each.open(BRIEF, uriOf('a.brief'));
      await see([], { by: each });
    }
    const seen = [client.published.length, other.published.length];
    writeFileSync(at('one.txt'), COPY.replace('12%', '15%'));
    for (const [i, each] of [client, other].entries()) {
      await told('one.txt', 2, each);
      await see(['number/not-in-source'], { by: each, after: seen[i] ?? 0 });
    }
    await other.stop();
  });
});

/** One byte more than is read, none of which takes any place on the disk. */
function grow(path: string): void {
  writeFileSync(path, '');
  truncateSync(path, 8 * 1024 * 1024 + 1);
}
