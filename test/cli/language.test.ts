import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { firstColumnsOf, widthOfText } from '../../src/core/base/width';
import { folderWith, type RunOptions, runBrief, runBriefAlone } from './runBrief';

const HAN = /\p{Script=Han}/u;
const UNCITED = '# Ore\n\n## Supply\n\n- Output rose by 4% in 2024.\n';
const BROKEN = new Uint8Array([0xff, 0xfe, 0x41, 0]);
const IN_FRENCH =
  '---\nlanguage: fr\n---\n\n# Terres\n\n- La Chine en raffine 90% [1].\n\n## Sources\n\n1. Annuaire. https://ore.example/a\n';

describe('The language of the command line', () => {
  let folder: ReturnType<typeof folderWith>;
  before(() => {
    folder = folderWith({
      'a.brief': UNCITED,
      'b/bad.brief': BROKEN,
      'b/c.brief': UNCITED,
      'en.brief': IN_FRENCH.replace('language: fr', 'language: en'),
      'fr.brief': IN_FRENCH,
    });
  });
  after(() => folder.remove());
  const run = (args: readonly string[], options: Partial<RunOptions> = {}) =>
    runBrief(args, { cwd: folder.path, ...options });
  const check = async (...args: readonly string[]) => (await run(['check', 'a.brief', ...args])).stdout;

  it('is English, whatever that of the system is', async () => {
    const env = { LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' };
    const { stdout } = await runBriefAlone(['check', 'a.brief'], { cwd: folder.path, env });
    assert.doesNotMatch(stdout, HAN);
  });

  it('is that of --language, before the command and behind it', async () => {
    const said = await check('--language', 'zh-cn');
    assert.equal(
      said,
      [
        'a.brief:5:18  警告  citation/missing',
        '  “Output rose by 4% in 2024”没有引用来源。请引用一个来源，或标注 [own]。',
        '    5 | - Output rose by 4% in 2024.',
        '      |                  ^^',
        '',
        '已检查 1 个文件：1 个警告。1 条论断中 0 条已引用。',
        '',
      ].join('\n'),
    );
    assert.equal((await run(['--language=zh-CN', 'check', 'a.brief'])).stdout, said);
    assert.equal((await run(['--help', '--language', 'zh-cn'])).stdout.startsWith('用法：brief COMMAND'), true);
  });

  it('is that of BRIEF_LANGUAGE, unless the option names another', async () => {
    const env = { BRIEF_LANGUAGE: 'zh-cn' };
    assert.equal((await run(['check', 'a.brief'], { env })).stdout, await check('--language', 'zh-cn'));
    assert.equal((await run(['check', 'a.brief', '--language', 'en'], { env })).stdout, await check());
    assert.equal((await run(['check', 'a.brief'], { env: { BRIEF_LANGUAGE: '' } })).stdout, await check());
  });

  it('is one of those that there are', async () => {
    const known = 'Known: en and zh-cn.\n';
    const { status, stderr } = await run(['check', '--language', 'fr']);
    assert.deepEqual([status, stderr], [2, `brief: unknown language "fr" in --language. ${known}`]);
    const byVariable = await run(['check'], { env: { BRIEF_LANGUAGE: 'zh-tw' } });
    assert.equal(byVariable.stderr, `brief: unknown language "zh-tw" in BRIEF_LANGUAGE. ${known}`);
    assert.match((await run(['check', '--language'])).stderr, /--language needs a value: --language LANGUAGE\./);
  });

  it('leaves what follows -- alone', async () => {
    const { stderr } = await run(['check', '--', '--language']);
    assert.match(stderr, /cannot check "--language": it does not exist\./);
  });

  it('keeps what a cache knows apart', async () => {
    const args = ['--cache-dir', 'cache'];
    const [english, chinese] = [await check('--no-cache'), await check('--no-cache', '--language', 'zh-cn')];
    for (let time = 0; time < 2; time++) {
      assert.equal(await check(...args), english);
      assert.equal(await check(...args, '--language', 'zh-cn'), chinese);
    }
  });

  it('is spoken by threads, too', async () => {
    const args = ['check', '.', '--language', 'zh-cn', '--no-cache'];
    assert.deepEqual(await run([...args, '--jobs', '3']), await run([...args, '--jobs', '1']));
  });

  it('changes in what programs read nothing but messages', async () => {
    for (const format of ['json', 'sarif', 'junit']) {
      const outputs: string[] = [];
      for (const language of ['en', 'zh-cn']) {
        const { stdout } = await run(['check', '.', '--format', format, '--language', language]);
        const words =
          format === 'junit' ? /(?<=message="|>)[^"<>\n]+(?=["<])/g : /(?<="(?:message|error|text)": )".*"/g;
        assert.equal(HAN.test(stdout), language === 'zh-cn', format);
        outputs.push(stdout.replace(words, '…').replaceAll('/docs/zh-cn/', '/docs/'));
      }
      assert.equal(outputs[0], outputs[1], format);
    }
  });

  it('is none of the language of pages and documents', async () => {
    for (const args of [
      ['render', 'en.brief'],
      ['export', 'fr.brief', '--to', 'md'],
      ['export', 'fr.brief', '--to', 'json'],
      ['bibliography', 'fr.brief'],
      ['inspect', 'fr.brief'],
      ['import', 'fr.brief'],
    ])
      assert.deepEqual(await run([...args, '--language', 'zh-cn']), await run(args), args.join(' '));
  });

  it('is that of every error', async () => {
    for (const args of [
      [],
      ['chekc'],
      ['--colour'],
      ['check', '--fixx'],
      ['check', '--format'],
      ['check', '--format', 'xml'],
      ['check', '--quiet=yes'],
      ['check', 'none.brief'],
      ['check', 'b/bad.brief'],
      ['check', '--jobs', '0'],
      ['check', '--rule', 'a=off'],
      ['check', '--baseline', 'none.json'],
      ['check', '--changed-since', 'main'],
      ['inspect'],
      ['render', 'a', 'b'],
      ['render', 'a.brief', '-o', 'none/a.html'],
      ['export', 'a.brief'],
      ['import', 'none.md'],
      ['extract', 'none.pdf'],
      ['bibliography', 'a.brief', '--style', 'none'],
      ['look-up', 'nothing'],
      ['rules', 'a'],
      ['mcp', 'none'],
      ['lsp'],
    ]) {
      const { status, stderr } = await run([...args, '--language', 'zh-cn']);
      assert.deepEqual([status, stderr.split('\n').length], [2, 2], stderr);
      assert.match(stderr, /^brief: /);
      assert.match(stderr, HAN);
      assert.doesNotMatch(stderr, /[a-z]{2,} (?!FILE)(?!--)[a-z]{2,} [a-z]{2,}/, stderr);
    }
  });

  it('keeps the columns of tables, where characters are two columns wide', async () => {
    const { stdout } = await run(['rules', '--language', 'zh-cn']);
    const starts = stdout
      .trimEnd()
      .split('\n')
      .map((line) => widthOfText(/^\S+ +\S+ +/.exec(line)?.[0] ?? ''));
    assert.equal(new Set(starts).size, 1);
    assert.match(stdout, /^citation\/missing +警告 {2}\S/m);
  });

  it('is that of brief mcp, but for what it tells of its tools', async () => {
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'mcp', '--language', 'zh-cn'], { cwd: folder.path });
    const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const check = (id: number, path: string) =>
      send({ id, method: 'tools/call', params: { name: 'check_brief', arguments: { path } } });
    let received = '';
    const answered = new Promise<void>((done) => {
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        received += chunk;
        if (/"id":2\b/.test(received) && /"id":3\b/.test(received)) done();
      });
    });
    const clientInfo = { name: 'test', version: '1' };
    send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
    send({ method: 'notifications/initialized' });
    check(2, 'a.brief');
    check(3, 'none.brief');
    await answered;
    const ended = new Promise((done) => child.on('close', done));
    child.stdin.end();
    await ended;
    assert.match(received, /"instructions":"Research briefs: /);
    assert.match(received, /”没有引用来源。/);
    assert.match(received, /未读取“none\.brief”。/);
  });

  it('leaves of a line as much as has room', () => {
    assert.equal(firstColumnsOf('正在检查 1/2：a.brief', 10), '正在检查 1');
    assert.equal(firstColumnsOf('Checking', 3), 'Che');
    assert.equal(firstColumnsOf('检查', 3), '检');
  });
});
