import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkBrief, parseBrief } from '../../src/core';
import { applyEdits, type TextEdit } from '../../src/core/base/text';
import { addSource, fixAll, formattingEdits, organizeSources, refactorings, renameName } from '../../src/core/editor';
import { suppressHere } from '../../src/core/rules';

/** Texts with something for every fix and every refactoring, with LF. */
const TEXTS = ['problems.brief', 'rare-earths.brief', 'report.brief.md', '稀土供应.brief'].map((name) =>
  readFileSync(`samples/${name}`, 'utf8').replaceAll('\r\n', '\n'),
);

const safeFix = (problem: ReturnType<typeof checkBrief>[number]) => problem.fixes?.().find(({ safe }) => safe);

/** Whatever we change a text by, with its name. */
function* allEdits(text: string): Iterable<readonly [what: string, edits: readonly TextEdit[]]> {
  const brief = parseBrief(text);
  const problems = checkBrief(brief);
  for (const problem of problems) {
    for (const { title, edits } of problem.fixes?.() ?? []) yield [`${problem.rule}: ${title}`, edits];
    const fix = suppressHere(brief, problem);
    if (fix) yield [`${problem.rule}: ${fix.title}`, fix.edits];
  }
  yield ['fix all', fixAll(brief, checkBrief, safeFix).edits];
  yield ['format', formattingEdits(brief)];
  const added = addSource(brief, 'https://new.example/a');
  if (added.kind === 'added') yield ['add a source', added.edits];
  const organized = organizeSources(brief);
  if (typeof organized !== 'string') yield ['organize', organized.edits];
  const places = [
    0,
    ...brief.insights.map(({ span }) => span.start),
    ...brief.sources.map((s) => s.declarations[0]?.idSpan.start ?? 0),
  ];
  for (const at of places.slice(0, 30)) {
    for (const { title, edits } of refactorings(brief, { start: at, end: at })) yield [title, edits()];
  }
  for (const [kind, id, to] of [
    ...brief.sources.slice(0, 5).map(({ id }) => ['source', id, 'renamed-key'] as const),
    ...brief.figures.flatMap(({ id }) => (id ? [['figure', id.value, 'renamed'] as const] : [])),
  ]) {
    const renamed = renameName(brief, { kind, id }, to);
    if ('edits' in renamed) yield [`rename ${kind} ${id}`, renamed.edits];
  }
}

/** The line ends in a text, each kind once. */
function endsIn(text: string): string[] {
  return [...new Set(text.match(/\r\n|\r|\n/g))].map((each) => JSON.stringify(each)).sort();
}

describe('The line ends of a file', () => {
  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`are kept by all that changes it: ${name}`, () => {
      let count = 0;
      for (const text of TEXTS.map((each) => each.replaceAll('\n', end))) {
        for (const [what, edits] of allEdits(text)) {
          if (edits.length > 0) count++;
          assert.deepEqual(endsIn(applyEdits(text, edits)), [JSON.stringify(end)], what);
        }
      }
      assert.ok(count > 60, `${count} changes`);
    });
  }

  it('are kept line by line where they are mixed, and what is put in has that of the first line', () => {
    for (const text of TEXTS) {
      let line = 0;
      // The first is LF, the others go round.
      const mixed = text.replaceAll('\n', () => ['\n', '\r\n', '\r'][line++ % 3] ?? '\n');
      for (const [what, edits] of allEdits(mixed)) {
        for (const { span, newText } of edits) {
          const kept = [...endsIn(mixed.slice(span.start, span.end)), JSON.stringify('\n')];
          if (what.startsWith('Move') || what === 'organize' || what === 'format' || what === 'fix all') continue;
          assert.deepEqual(
            endsIn(newText).filter((end) => !kept.includes(end)),
            [],
            what,
          );
          // No edit parts what belongs together.
          for (const at of [span.start, span.end])
            assert.ok(!(mixed[at - 1] === '\r' && mixed[at] === '\n'), `${what} cuts a line end in two`);
        }
      }
    }
  });

  it('may be any of three, and mean the same: the same problems on the same lines', () => {
    const found = (text: string) => {
      const brief = parseBrief(text);
      return checkBrief(brief).map(({ rule, span }) => {
        const { line, character } = brief.lines.positionAt(span.start);
        return `${rule} ${line}:${character}`;
      });
    };
    for (const text of TEXTS) {
      const expected = found(text);
      assert.deepEqual(found(text.replaceAll('\n', '\r\n')), expected);
      assert.deepEqual(found(text.replaceAll('\n', '\r')), expected);
    }
  });
});
