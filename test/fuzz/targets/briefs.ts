/** The engine on any text: reading, checking, and all that editors ask. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { formulaFaults } from '../../../src/cli/io/formulas';
import {
  addSource,
  applyEdits,
  type Brief,
  type CheckOptions,
  checkBrief,
  citationChoices,
  completionsAt,
  definitionAt,
  documentLinks,
  documentSymbols,
  evidenceOf,
  fixAll,
  foldingRanges,
  formattingAfterLineBreak,
  formattingEdits,
  highlightsAt,
  hoverAt,
  inlayHints,
  inspectBrief,
  linkedEditingAt,
  movedPathEdits,
  organizeSources,
  type Problem,
  parseBrief,
  parseChanged,
  pasteUrl,
  quickFixes,
  refactorings,
  referencesAt,
  renamableAt,
  renameAt,
  renderParts,
  type Span,
  selectionRanges,
  semanticTokens,
  sharedSourceAt,
  sourceDocumentation,
  sourceLenses,
  sourceOverview,
  statsOf,
  suggestSources,
  summarize,
  toMarkdown,
  toPlainText,
  wantedFiles,
} from '../../../src/core';
import { faultOfFormula } from '../../../src/core/checking';
import { rankerOf } from '../../../src/core/evidence/candidates';
import { parseBriefFile } from '../../../src/files/named/parseBriefFile';
import { writeFormula } from '../../../src/math';
import { folderWith, runBrief } from '../../cli/runBrief';
import { anyEdit, anyText, editIn } from '../mutations';
import { assertInside } from './inside';
import { CIRCUMSTANCES, type Circumstance, circumstance, NAMED_FILES } from './namedFiles';
import type { FuzzProperty } from './property';

/** With the rule that is off until somebody asks for it. */
const formulaFault = (source: string) => faultOfFormula(source, writeFormula);
const EVERYTHING: CheckOptions = { rules: new Map([['citation/missing-in-sentence', 'warning']]), formulaFault };
const check = (brief: Brief) => checkBrief(brief, EVERYTHING);

const place = fc.double({ min: 0, max: 1, noNaN: true });
const newName = fc.oneof(
  fc.constantFrom(
    'new-key',
    '4',
    'k',
    '1',
    '',
    ' ',
    '@x',
    'a b',
    '__proto__',
    'New heading',
    '^n',
    '[1]',
    '\n',
    '𠮷',
    'x'.repeat(300),
  ),
  fc.string({ maxLength: 5 }),
);

/** What editors ask about the whole of a brief. */
const OF_THE_WHOLE: Readonly<Record<string, (brief: Brief) => unknown>> = {
  evidence: evidenceOf,
  symbols: documentSymbols,
  folding: foldingRanges,
  tokens: semanticTokens,
  links: documentLinks,
  lenses: sourceLenses,
  overview: sourceOverview,
  hints: (brief) => inlayHints(brief, { start: 0, end: brief.text.length }, 'all'),
  stats: statsOf,
  suggestions: suggestSources,
  inspection: (brief) => void JSON.stringify(inspectBrief(brief)),
  summary: (brief) => void summarize(brief, 'file:///briefs/a.brief'),
};

/** The edits that an action on all of it makes. */
const EDITS_OF_THE_WHOLE: Readonly<Record<string, (brief: Brief) => readonly { span: Span; newText: string }[]>> = {
  formatting: (brief) => formattingEdits(brief),
  'moved files': (brief) => movedPathEdits(brief, (path) => `moved/${path}`),
  organizing: (brief) => {
    const organized = organizeSources(brief);
    return typeof organized === 'string' ? [] : organized.edits;
  },
  fixing: (brief) => fixAll(brief, check).edits,
  'a new source': (brief) => {
    const added = addSource(brief, 'https://new.example/a');
    return added.kind === 'added' ? added.edits : [];
  },
};

/** What editors ask about a place of a brief, and a selection that starts there. */
function askAt(brief: Brief, problems: readonly Problem[], selection: Span, written: string): Record<string, unknown> {
  const { start } = selection;
  const files = wantedFiles(brief, start);
  const { items, ...rest } = completionsAt(brief, start, {
    today: '2025-08-06',
    asked: start % 2 === 0,
    files: ['a.csv', 'b/'],
    columns: ['year', '__proto__'],
  });
  for (const { source } of items.slice(0, 3)) if (source !== undefined) sourceDocumentation(brief, source, start);
  const hover = hoverAt(brief, start);
  if (hover) assert.equal(typeof (toMarkdown(hover.content) + toPlainText(hover.content)), 'string');
  const renamed = renameAt(brief, start, written);
  if (renamed && 'edits' in renamed) applyEdits(brief.text, renamed.edits);
  const actions = [...quickFixes(brief, problems, selection, check), ...refactorings(brief, selection)];
  for (const action of actions.slice(0, 12)) assertEdits(brief, action.edits(), action.title);
  const choices = citationChoices(brief, selection);
  for (const { edits, citation } of [...(choices?.likely ?? []), ...(choices?.others ?? [])])
    assertEdits(brief, edits, citation);
  if (choices?.newSource) assert.equal(applyEdits(brief.text, choices.newSource.edits), choices.newSource.text);
  for (const { edits, title } of pasteUrl(brief, selection, 'https://pasted.example/a?b=(c)'))
    assertEdits(brief, edits, title);
  assertEdits(brief, formattingAfterLineBreak(brief, start), 'formatting after a line break');
  assertEdits(brief, formattingEdits(brief, selection), 'formatting of a selection');
  return {
    files,
    items,
    rest,
    hover,
    renamed,
    definition: definitionAt(brief, start),
    references: referencesAt(brief, start, true),
    highlights: highlightsAt(brief, start),
    linked: linkedEditingAt(brief, start),
    renamable: renamableAt(brief, start),
    shared: sharedSourceAt(brief, start),
    selections: selectionRanges(brief, start),
    hints: inlayHints(brief, selection, 'first'),
    likely: choices?.likely,
  };
}

/** Throws unless edits lie in the text and do not overlap. */
function assertEdits(brief: Brief, edits: readonly { span: Span; newText: string }[], what: string): string {
  assertInside(brief.text.length, edits, what);
  return applyEdits(brief.text, edits);
}

/** What a brief is to whoever asks: without functions, which are never equal. */
function told(brief: Brief, isRanked: boolean): object {
  const { lines, ...model } = brief;
  const { insights, figures } = evidenceOf(brief);
  const looked = ({ numbers, quotations }: (typeof insights)[number]) => [
    numbers.map(({ instead, ...number }) => [number, instead()]),
    quotations,
  ];
  return {
    model,
    lines: lines.count,
    problems: check(brief).map(({ fixes, ...problem }) => ({ ...problem, fixes: fixes?.() ?? [] })),
    evidence: [insights.map(looked), figures.map(looked)],
    ranks: isRanked ? brief.insights.map((insight) => rankerOf(brief).rank(insight)) : [],
    symbols: documentSymbols(brief),
    tokens: semanticTokens(brief),
    folding: foldingRanges(brief),
    stats: statsOf(brief),
  };
}

export const BRIEFS: readonly FuzzProperty[] = [
  {
    name: 'is read and checked, answers all that editors ask anywhere, and every span lies in it',
    runs: 150,
    property: fc.property(
      anyText,
      circumstance,
      fc.array(fc.tuple(place, place, newName), { minLength: 1, maxLength: 3 }),
      (text, named, places) => {
        const brief = parseBrief(text, CIRCUMSTANCES[named]);
        const { length } = text;
        assertInside(length, brief, 'brief');
        const problems = check(brief);
        assertInside(length, problems, 'problem');
        for (const [name, ask] of Object.entries(OF_THE_WHOLE)) assertInside(length, ask(brief), name);
        for (const [name, act] of Object.entries(EDITS_OF_THE_WHOLE)) assertEdits(brief, act(brief), name);
        for (const [a, b, written] of places) {
          const start = Math.floor(Math.min(a, b) * length);
          const answers = askAt(brief, problems, { start, end: Math.floor(Math.max(a, b) * length) }, written);
          for (const [name, answer] of Object.entries(answers)) assertInside(length, answer, name);
        }
      },
    ),
  },
  {
    name: 'is after edits what it is when it is read anew: model, problems, fixes, evidence, ranks and page',
    runs: 200,
    property: fc.property(
      anyText,
      fc.array(fc.tuple(anyEdit, fc.boolean(), circumstance), { minLength: 1, maxLength: 6 }),
      (first, steps) => {
        let named: Circumstance = 'alone';
        let brief = parseBrief(first, CIRCUMSTANCES[named]);
        const view = {};
        for (const [step, isChecked, next] of steps) {
          named = next;
          brief = parseChanged(brief, applyEdits(brief.text, [editIn(brief.text, step)]), { ...CIRCUMSTANCES[named] });
          if (!isChecked) continue;
          const fresh = parseBrief(brief.text, CIRCUMSTANCES[named]);
          assert.deepEqual(told(brief, true), told(fresh, true));
          const shown = renderParts(brief, {}, view);
          const { frame, parts } = renderParts(fresh, {});
          assert.deepEqual({ frame: shown.frame, parts: shown.parts }, { frame, parts });
        }
      },
    ),
  },
  {
    name: 'is changed by each of its fixes, and once by all of them',
    runs: 250,
    property: fc.property(anyText, circumstance, (text, named) => {
      const brief = parseBrief(text, CIRCUMSTANCES[named]);
      for (const { fixes, rule } of check(brief)) {
        for (const fix of fixes?.() ?? [])
          assert.notEqual(assertEdits(brief, fix.edits, fix.title), text, `${rule}: ${fix.title}`);
      }
      const fixed = fixAll(brief, check);
      assert.equal(applyEdits(text, fixed.edits), fixed.brief.text);
      assert.deepEqual(fixAll(parseBrief(fixed.brief.text, CIRCUMSTANCES[named]), check).edits, []);
    }),
  },
  {
    name: 'has the problems on the command line that it has in the engine, also when they are known from a run before',
    runs: 6,
    property: fc.asyncProperty(anyText, async (drawn) => {
      // What a file can hold: halves of characters are none, a mark at its start is no part of the text, and with a NUL it is none.
      const text = Buffer.from(drawn)
        .toString()
        .replaceAll('\0', '')
        .replace(/^\uFEFF+/, '');
      const folder = folderWith({ ...NAMED_FILES, 'a.brief': text });
      try {
        const path = join(folder.path, 'a.brief');
        const brief = await parseBriefFile(text, path, folder.path, null);
        const expected = checkBrief(brief, { formulaFault: await formulaFaults(text) }).map(
          ({ rule, severity, message, span, fixes }) => {
            return { rule, severity, message, range: brief.lines.rangeOf(span), fixable: (fixes?.() ?? []).length > 0 };
          },
        );
        for (const run of ['first', 'second']) {
          const { stdout } = await runBrief(['check', '--format', 'json', 'a.brief'], { cwd: folder.path });
          const [file]: { problems: { related: unknown }[]; stats: unknown }[] = JSON.parse(stdout).files;
          assert.deepEqual(
            file?.problems.map(({ related: _, ...problem }) => problem),
            expected,
            run,
          );
          assert.deepEqual(file?.stats, statsOf(brief), run);
        }
      } finally {
        folder.remove();
      }
    }),
  },
];
