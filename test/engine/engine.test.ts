import assert from 'node:assert/strict';
import { check, link, parse, render } from '../../src/engine';

const BRIEF = `---
title: Ore
sources:
  - id: 1
    title: Yearbook of ore
    publisher: Sample Institute
    text: yearbook.txt
---

- The mill shipped 52 crates of ore in 2024 [1].
- Prices of ore will rise [own].
`;

describe('The engine for other programs', () => {
  it('reads what a brief says', () => {
    const { title, language, sources, insights, text } = parse(BRIEF);
    assert.deepEqual([title, language, text], ['Ore', 'en', BRIEF]);
    assert.deepEqual(sources, [{ id: '1', title: 'Yearbook of ore', url: null }]);
    assert.deepEqual(
      insights.map(({ range, cites, own }) => [range.start, cites, own]),
      [
        [{ line: 9, character: 2 }, ['1'], false],
        [{ line: 10, character: 2 }, [], true],
      ],
    );
  });

  it('looks numbers up in the files that it is given', async () => {
    const asked: string[] = [];
    const linked = await link(parse(BRIEF), (path) => {
      asked.push(path);
      return 'In 2024 the mill shipped 48 crates of ore.';
    });
    assert.deepEqual(asked, ['yearbook.txt']);
    const [problem] = check(linked);
    assert.equal(problem?.rule, 'number/not-in-source');
    assert.deepEqual(problem?.range, { start: { line: 9, character: 19 }, end: { line: 9, character: 21 } });
    assert.match(problem?.related[0]?.message ?? '', /48/);
  });

  it('says of a file that is not there that it is not', async () => {
    const linked = await link(parse(BRIEF), async () => null);
    const messages = check(linked).map(({ message }) => message);
    assert.ok(
      messages.some((message) => message.includes('There is no such file.')),
      messages.join('\n'),
    );
  });

  it('asks for no path that leaves the folder of the brief', async () => {
    const asked: string[] = [];
    const brief = parse(BRIEF.replace('yearbook.txt', '../secret.txt'));
    await link(brief, (path) => {
      asked.push(path);
      return 'x';
    });
    assert.deepEqual(asked, []);
  });

  it('lets go what a program throws as it reads', async () => {
    const failing = link(parse(BRIEF), () => {
      throw new Error('full');
    });
    await assert.rejects(failing, /full/);
  });

  it('takes severities of rules', () => {
    const rules = check(parse('- Output grew by 5% in 2024.\n'), { 'citation/missing': 'off' }).map(({ rule }) => rule);
    assert.ok(!rules.includes('citation/missing'), rules.join());
  });

  it('renders what strangers write without a script', () => {
    const html = render(parse('# A\n\n- <img src=x onerror=alert(1)> [x](javascript:alert(1)) says 5 [1].\n'));
    assert.doesNotMatch(html, /<script\b|<img[^>]*\ssrc=|<[^>]*\son\w+=|href="javascript:/i);
    assert.match(html, /says 5/);
  });
});
