import assert from 'node:assert/strict';
import type { RuleSetting } from '../../../src/core/base/problem';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../src/core/rules';
import { withSources } from './ruleTest';

const BODY = '## Summary\n\n- Exports fell by 30%.\n\n## Trade\n\n- Imports fell by 20%.';

function severities(text: string, rules: Record<string, RuleSetting> = {}, code = 'citation/missing'): string[] {
  return checkBrief(parseBrief(text), { rules: new Map(Object.entries(rules)) })
    .filter(({ rule }) => rule === code)
    .map(({ severity }) => severity);
}

describe('settings of rules', () => {
  it('take the place of the default, and leave milder findings as mild', () => {
    assert.deepEqual(severities(withSources(BODY)), ['hint', 'warning']);
    assert.deepEqual(severities(withSources(BODY), { 'citation/missing': 'error' }), ['hint', 'error']);
    assert.deepEqual(severities(withSources(BODY), { 'citation/missing': 'hint' }), ['hint', 'hint']);
    assert.deepEqual(severities(withSources(BODY), { 'citation/missing': 'off' }), []);
  });

  it('of the brief win over those from outside', () => {
    const text = `---\nrules:\n  citation/missing: information\n---\n${withSources(BODY)}`;
    assert.deepEqual(severities(text, { 'citation/missing': 'off' }), ['hint', 'information']);
  });

  it('hold for the rule that speaks in the place of another, unless it has its own', () => {
    const ofNone = (rules: Record<string, RuleSetting>) =>
      severities('# T\n\n- Exports fell by 30%.\n- Imports fell by 20%.\n', rules, 'citation/none');
    assert.deepEqual(ofNone({}), ['warning']);
    assert.deepEqual(ofNone({ 'citation/missing': 'error' }), ['error']);
    assert.deepEqual(ofNone({ 'citation/missing': 'off' }), []);
    assert.deepEqual(ofNone({ 'citation/missing': 'error', 'citation/none': 'hint' }), ['hint']);
  });
});

describe('the problems of a brief', () => {
  it('are found whatever the text is', () => {
    for (const text of [
      '\ud800',
      '---\nsources:\n  - {id: 1, url: "doi:10.1234/\ud800"}\n  - {id: "\udc00", url: "%"}\n---\n',
      '\u0000',
      '\r\r',
      '\ufeff# T\n- x 3%',
    ]) {
      for (const problem of checkBrief(parseBrief(text))) problem.fixes?.();
    }
  });

  it('come in document order, and on every run the same', () => {
    const text = withSources('- Exports fell by 30% [3][1][9].\n- Imports fell by 20%.\n- Prices rose [?].');
    const once = checkBrief(parseBrief(text)).map(({ rule, span }) => `${span.start} ${rule}`);
    const starts = once.map((line) => Number.parseInt(line, 10));
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
    assert.deepEqual(
      checkBrief(parseBrief(text)).map(({ rule, span }) => `${span.start} ${rule}`),
      once,
    );
  });

  it('underline something wherever there is something', () => {
    for (const text of [
      'x',
      '# T\n\n## \n\n## A\n',
      '---\ntitle\n---\n',
      '---\nsources:\n  -\n---\n',
      '[]',
      '\n\n[1',
    ]) {
      for (const { span } of checkBrief(parseBrief(text))) assert.ok(span.start < span.end || text === '', text);
    }
  });

  it('are none in an empty file', () => assert.deepEqual(checkBrief(parseBrief('')), []));

  it('are suppressed within a stretch, and after it no more', () => {
    const text = withSources(`
<!-- brief-disable citation/missing -->

- Exports fell by 30%.

<!-- brief-enable citation/missing -->

- Imports fell by 20%.
`);
    const problems = checkBrief(parseBrief(text));
    assert.deepEqual(
      problems.filter(({ rule }) => rule === 'citation/missing').map(({ span }) => text.slice(span.start, span.end)),
      ['20%'],
    );
  });

  it('name no more of the text of the author than fits, whatever it is', () => {
    const text = `---\n${'k'.repeat(5000)}: 1\n---\n# ${'h\u202e'.repeat(3000)}\n\n## ${'s'.repeat(5000)}\n\n{{${'f'.repeat(150)}}} [@${'k'.repeat(500)}]\n`;
    for (const { message } of checkBrief(parseBrief(text))) {
      assert.ok(message.length < 400, message);
      assert.doesNotMatch(message, /[\p{Cc}\u202e]/u);
    }
  });
});

describe('a rule that throws', () => {
  const brief = parseBrief(`---
sources: [{ id: 1, title: A, url: https://a.example/x }]
figures:
  # brief-disable-next-line figure/conflict
  - { id: share, value: 90%, as-of: 2023, cites: [1] }
---
# T

- Exports fell by 30%.
`);
  const elsewhere = () => {
    throw new TypeError('What is elsewhere can not be told.');
  };

  it('says nothing, is told of, and the others go on', () => {
    const failed: string[] = [];
    const problems = checkBrief(brief, { elsewhere, ruleFailed: (rule, error) => failed.push(`${rule} ${error}`) });
    assert.deepEqual(failed, ['figure/conflict TypeError: What is elsewhere can not be told.']);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['citation/missing'],
    );
  });

  it('throws to a caller who wants to hear of none', () => {
    assert.throws(() => checkBrief(brief, { elsewhere }), TypeError);
  });
});
