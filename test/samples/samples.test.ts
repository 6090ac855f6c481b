import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Brief, checkBrief, parseBrief, RULES } from '../../src/core';

const FOLDER = 'samples';

/** Rules that speak of what the engine alone does not read: other files, formulas. */
const OF_FILES: ReadonlySet<string> = new Set([
  'bibliography/invalid',
  'config/invalid',
  'figure/conflict',
  'source/missing-file',
  'figure/missing-image',
  'text/formula',
]);

/** Rules that speak of a brief in which nothing is cited, so that no other rule has a citation to speak of. */
const OF_UNCITED: ReadonlySet<string> = new Set(['citation/none']);

/** The rules that a text alone can break beside others. */
const IN_ONE_TEXT = RULES.filter(
  ({ code, severity }) => severity !== 'off' && !OF_FILES.has(code) && !OF_UNCITED.has(code),
).map(({ code }) => code);

/** The rules that each sample breaks. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'problems.brief': IN_ONE_TEXT,
  'rare-earths.brief': ['citation/missing'],
  'report.brief.md': [],
  '稀土供应.brief': [],
};

const read = (name: string): Brief => parseBrief(readFileSync(join(FOLDER, name), 'utf8').replaceAll('\r\n', '\n'));

describe('The samples', () => {
  it('are all listed here', () => {
    const names = readdirSync(FOLDER).filter((name) => /\.brief(?:\.md)?$/.test(name));
    assert.deepEqual(names.sort(), Object.keys(EXPECTED).sort());
  });

  for (const [name, codes] of Object.entries(EXPECTED)) {
    it(`${name} breaks each of the rules that it shows once, and no others`, () => {
      const broken = checkBrief(read(name)).map(({ rule }) => rule);
      assert.deepEqual(broken.sort(), [...codes].sort());
    });

    it(`${name} names only files that are there`, () => {
      for (const { content } of read(name).figures) {
        if (content?.kind === 'image') assert.ok(existsSync(join(FOLDER, content.path.value)));
        if (content?.kind === 'data' && 'path' in content.data) {
          assert.ok(existsSync(join(FOLDER, content.data.path.value)));
        }
      }
    });
  }

  it('say beside each problem what is wrong', () => {
    const { text, lines } = read('problems.brief');
    for (const { rule, span } of checkBrief(read('problems.brief'))) {
      const line = lines.lineAt(span.start);
      const near = text.slice(lines.startOf(line - 4), lines.endOf(line + 1));
      assert.ok(near.includes(`${rule}: `), rule);
    }
  });

  describe('of rare-earths.brief', () => {
    const brief = read('rare-earths.brief');

    it('has one insight that rests on [3] alone, on a line of its own', () => {
      const alone = brief.insights.filter((insight) => insight.cites.join() === '3');
      assert.equal(alone.length, 1);
      assert.match(alone[0]?.text ?? '', / \[3\]\.$/);
      assert.doesNotMatch(alone[0]?.text ?? '', /\n/);
    });

    it('misses one more source once that [3] is gone', () => {
      const without = parseBrief(brief.text.replace(/^(- .*) \[3\]\.$/m, '$1.'));
      assert.deepEqual(
        checkBrief(without).map((problem) => problem.rule),
        ['citation/missing', 'citation/missing'],
      );
    });

    it('shows every kind of figure, and every way to speak of one', () => {
      const kinds = new Set(brief.figures.map(({ content }) => content?.kind));
      for (const kind of ['value', 'data', 'image', 'table'] as const) assert.ok(kinds.has(kind), kind);
      const places = new Set(brief.figures.map((figure) => figure.declaredIn));
      assert.deepEqual([...places].sort(), ['block', 'front-matter', 'table']);
      assert.deepEqual([...new Set(brief.figureReferences.map((reference) => reference.kind))].sort(), [
        'mention',
        'value',
      ]);
      assert.ok(brief.figureReferences.some((reference) => reference.shown));
    });

    it('shows each way to be cited', () => {
      const ways = new Set(brief.insights.map((insight) => insight.citedVia));
      for (const way of ['text', 'lead-in', 'children', 'own'] as const) assert.ok(ways.has(way), way);
      assert.ok(brief.insights.some((insight) => insight.computed));
      assert.ok(brief.suppressions.length > 0);
    });
  });

  it('cites by key in Chinese', () => {
    const forms = new Set(read('稀土供应.brief').citations.map((citation) => citation.form));
    assert.deepEqual([...forms].sort(), ['key-number', 'keyed', 'narrative']);
  });

  it('finds the sources of a plain report in its list', () => {
    const { sources } = read('report.brief.md');
    assert.deepEqual(
      sources.map(({ id }) => id),
      ['1', '2', '3', '4'],
    );
    for (const source of sources) assert.ok(source.url?.value.startsWith('https://example.org/'), source.id);
  });
});
