import assert from 'node:assert/strict';
import { checkBrief, parseBrief } from '../../src/core';
import { speak } from '../../src/core/base/say';
import { folderWith, runBrief } from '../cli/runBrief';
import { read } from './files';

const SEVERITIES = { error: '错误', warning: '警告', information: '信息', hint: '提示' };

/** The blocks of code of a page. */
function blocks(page: string): string[] {
  return [...read(page).matchAll(/^```(?:\w*)\n(.*?)^```$/gms)].map(([, block]) => block ?? '');
}

describe('the first example', () => {
  afterEach(() => speak(null));

  for (const [page, words, severities] of [
    ['README.md', null, null],
    ['README.zh-cn.md', 'l10n/engine.zh-cn.json', SEVERITIES],
  ] as const) {
    it(`of ${page} shows what is said of its brief`, () => {
      speak(words && JSON.parse(read(words)));
      const [text = '', report] = blocks(page);
      const name = report?.slice(0, report.indexOf(':'));
      const lines = text.split('\n');
      const said = checkBrief(parseBrief(text))
        .filter(({ severity }) => severity !== 'hint')
        .map(({ rule, severity, message, span }) => {
          const before = text.slice(0, span.start).split('\n');
          const column = before.at(-1)?.length ?? 0;
          const row = before.length;
          const head = `${name}:${row}:${column + 1}  ${severities?.[severity] ?? severity}  ${rule}\n  ${message}\n`;
          return `${head}   ${row} | ${lines[row - 1]}\n`;
        });
      // The carets below a line are as wide as a terminal shows what they underline. The command line adds the related places, and a summary.
      const head = report?.replace(/^ +\| +\^+\n/gm, '').replace(/^ {2}\S+:\d+:\d+ {2}.*\n/gm, '');
      assert.equal(head?.replace(/\n(?:1 file checked: |已检查 1 个文件：).*\n$/, ''), said.join('\n'));
    });
  }

  for (const [page, args] of [
    ['README.md', []],
    ['README.zh-cn.md', ['--language', 'zh-cn']],
  ] as const) {
    it(`of ${page} shows to the letter what the command line prints`, async () => {
      const [text = '', report = ''] = blocks(page);
      const folder = folderWith({ [report.slice(0, report.indexOf(':'))]: text });
      try {
        assert.equal((await runBrief(['check', ...args], { cwd: folder.path })).stdout, report);
      } finally {
        folder.remove();
      }
    });
  }

  for (const page of ['docs/command-line.md', 'docs/zh-cn/command-line.md']) {
    it(`of another language in ${page} shows what the command line prints`, async () => {
      const block = blocks(page).find((each) => each.includes('--language')) ?? '';
      const [command = '', ...lines] = block.split('\n');
      const folder = folderWith({});
      try {
        const { stderr } = await runBrief(command.replace('$ brief ', '').split(' '), { cwd: folder.path });
        assert.equal(stderr, lines.join('\n'));
      } finally {
        folder.remove();
      }
    });
  }

  for (const [page, words] of [
    ['docs/evidence.md', null],
    ['docs/zh-cn/evidence.md', 'l10n/engine.zh-cn.json'],
  ] as const) {
    it(`of ${page} shows how what is said of it begins`, () => {
      speak(words && JSON.parse(read(words)));
      const [frontMatter = '', claim = '', said = ''] = blocks(page);
      const problems = checkBrief(parseBrief(`---\n${frontMatter}---\n\n${claim}`));
      const [rule, start = ''] = said.trim().split(/(?<=^\S+): /);
      const problem = problems.find((each) => each.rule === rule);
      assert.equal(problem?.message.slice(0, start.length), start);
    });
  }
});
