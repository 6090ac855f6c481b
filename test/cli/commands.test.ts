import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RULES } from '../../src/core';
import { folderWith, runBrief } from './runBrief';

const BRIEF =
  '---\ntitle: Ore\n---\n\n## Supply\n\n- Output rose by 4 % in 2024 [1].\n\n## Sources\n\n- [1] Ore Yearbook, https://ore.example/2024\n';
const PASTED = 'Ore and Power\nOre Weekly · 2024-11-03\n\nSupply - Output rose [1] - Prices fell [2]\n';

describe('the commands for one file', () => {
  let folder: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith({ 'a.brief': BRIEF, 'pasted.txt': PASTED });
  });
  afterEach(() => folder.remove());
  const run = (args: readonly string[], input?: string) =>
    runBrief(args, { cwd: folder.path, ...(input !== undefined && { input }) });
  const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');

  describe('brief inspect', () => {
    it('prints the model', async () => {
      const { status, stdout } = await run(['inspect', 'a.brief']);
      assert.equal(status, 0);
      const model = JSON.parse(stdout);
      assert.equal(model.title, 'Ore');
      assert.deepEqual(model.insights[0].cites, ['1']);
      assert.equal(model.sources[0].url, 'https://ore.example/2024');
    });

    it('reads standard input', async () => {
      assert.equal(JSON.parse((await run(['inspect', '-'], BRIEF)).stdout).title, 'Ore');
    });

    it('names a file that is not there', async () => {
      const { status, stderr } = await run(['inspect', 'none']);
      assert.deepEqual({ status, stderr }, { status: 2, stderr: 'brief: cannot read "none": it does not exist.\n' });
    });
  });

  describe('brief suggest', () => {
    it('prints for each insight the passages that it may rest on', async () => {
      const { status, stdout, stderr } = await run(['suggest', 'a.brief']);
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      const insights = JSON.parse(stdout);
      assert.equal(insights.length, 1);
      const [{ text, range, cites, candidates }] = insights;
      assert.equal(text, 'Output rose by 4 % in 2024 [1].');
      assert.deepEqual(range, { start: { line: 6, character: 2 }, end: { line: 6, character: 33 } });
      assert.deepEqual(cites, ['1']);
      assert.deepEqual(candidates, []);
    });

    it('reads standard input, and finds a number in whatever form', async () => {
      const text =
        '---\nsources:\n  - id: 1\n    title: A deal\n    quote: It is worth $500 million.\n---\n\n- 该协议价值5亿美元。\n';
      const insights = JSON.parse((await run(['suggest', '-', '--stdin-path', 'b.brief'], text)).stdout);
      const [{ source, passage, score, why }] = insights[0].candidates;
      assert.deepEqual({ source, passage, why }, { source: '1', passage: 1, why: ['number 5亿美元'] });
      assert.ok(score > 0);
    });

    it('names a file that is not there', async () => {
      const { status, stdout, stderr } = await run(['suggest', 'none']);
      assert.deepEqual([status, stdout, stderr], [2, '', 'brief: cannot read "none": it does not exist.\n']);
    });
  });

  describe('brief render', () => {
    it('writes one page that loads nothing', async () => {
      const { status, stdout } = await run(['render', 'a.brief']);
      assert.equal(status, 0);
      assert.match(stdout, /^<!doctype html>/i);
      assert.match(stdout, /Output rose by 4/);
      assert.doesNotMatch(stdout, /<script|<link|src=["']https?:/i);
    });

    it('writes it to a file', async () => {
      const { stdout } = await run(['render', 'a.brief']);
      assert.deepEqual(await run(['render', 'a.brief', '-o', 'a.html']), { status: 0, stdout: '', stderr: '' });
      assert.equal(read('a.html'), stdout);
    });
  });

  describe('brief rules', () => {
    it('prints a line for each rule', async () => {
      const { stdout } = await run(['rules']);
      assert.equal(stdout.trimEnd().split('\n').length, RULES.length);
      assert.match(stdout, /^citation\/missing +warning +\S/m);
    });

    it('prints them as JSON', async () => {
      const { rules } = JSON.parse((await run(['rules', '--format', 'json'])).stdout);
      assert.deepEqual(
        rules,
        RULES.map(({ code, severity, description }) => ({ code, severity, description })),
      );
    });
  });

  describe('brief import', () => {
    it('writes a brief to standard output or to a file', async () => {
      const { status, stdout } = await run(['import', 'pasted.txt']);
      assert.equal(status, 0);
      assert.match(stdout, /^---\ntitle: Ore and Power\npublisher: Ore Weekly\n/);
      assert.deepEqual(await run(['import', 'pasted.txt', '-o', 'p.brief']), { status: 0, stdout: '', stderr: '' });
      assert.equal(read('p.brief'), stdout);
      assert.deepEqual(await run(['import', '-', '--output=q.brief'], PASTED), { status: 0, stdout: '', stderr: '' });
      assert.equal(read('q.brief'), stdout);
    });

    it('makes a brief that passes the check', async () => {
      await run(['import', 'pasted.txt', '-o', 'p.brief']);
      assert.equal((await run(['check', '--fail-on', 'warning', 'p.brief'])).status, 0);
    });
  });

  describe('writing a file', () => {
    it('keeps the mode of a file that is there', async () => {
      chmodSync(join(folder.path, 'a.brief'), 0o640);
      await run(['import', 'pasted.txt', '-o', 'a.brief']);
      assert.equal(statSync(join(folder.path, 'a.brief')).mode & 0o777, 0o640);
      assert.match(read('a.brief'), /Ore Weekly/);
    });

    it('leaves no other file behind', async () => {
      await run(['import', 'pasted.txt', '-o', 'p.brief']);
      assert.deepEqual(readdirSync(folder.path), ['a.brief', 'p.brief', 'pasted.txt']);
    });

    it('never goes through a symbolic link', async () => {
      symlinkSync('a.brief', join(folder.path, 'link.brief'));
      const { status, stderr } = await run(['import', 'pasted.txt', '-o', 'link.brief']);
      assert.equal(status, 2);
      assert.match(stderr, /^brief: cannot write "link\.brief": it is a symbolic link; name its target\.\n$/);
      assert.equal(read('a.brief'), BRIEF);
    });

    it('names a folder that is not there, and what is no file', async () => {
      mkdirSync(join(folder.path, 'sub'));
      assert.match((await run(['import', 'pasted.txt', '-o', 'no/p.brief'])).stderr, /there is no folder "no"/);
      assert.match((await run(['import', 'pasted.txt', '-o', 'sub'])).stderr, /"sub": it is not a regular file/);
    });

    it('leaves the old file intact where the folder takes no new one', async function () {
      if (process.getuid?.() === 0) this.skip();
      chmodSync(folder.path, 0o500);
      const { status, stderr } = await run(['import', 'pasted.txt', '-o', 'a.brief']);
      chmodSync(folder.path, 0o700);
      assert.deepEqual([status, read('a.brief')], [2, BRIEF]);
      assert.match(stderr, /permission is denied/);
    });
  });

  describe('brief lsp', () => {
    it('answers on standard output and ends when it is told to', async () => {
      const child = spawn(process.execPath, [resolve('dist/cli.js'), 'lsp', '--stdio'], { cwd: folder.path });
      const send = (message: object) => {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      let received = '';
      const answered = new Promise<void>((done, fail) => {
        child.on('close', (status) => fail(new Error(`it ended with ${status} before it answered: ${received}`)));
        child.stdout.on('data', (chunk) => {
          received += chunk;
          if (received.includes('"id":1')) done();
        });
      });
      send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
      await answered;
      assert.match(received, /"capabilities"/);
      const ended = new Promise((done) => child.on('close', done));
      send({ id: 2, method: 'shutdown' });
      send({ method: 'exit' });
      assert.equal(await ended, 0);
    });
  });
});
