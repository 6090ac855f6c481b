import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inspectBrief, parseBrief } from '../../../../src/core';

const TEXT = `---
title: Ore
publisher: Ore Weekly
published: 2024-11-03
tags: [ore, power]
sources:
  - id: usgs
    title: Yearbook
    publisher: USGS
    url: https://usgs.example/ore
    quote: Output rose by 4 %.
figures:
  - id: growth
    value: 4%
    cites: [usgs]
---

Opening words without a claim?

## Supply

- Output rose by 4 % in 2024 [@usgs]. It fell by 3 % in 2023 [2].
- Prices doubled in 2024.

## Sources

- [2] Atlas, https://atlas.example
`;

describe('inspectBrief', () => {
  const model = inspectBrief(parseBrief(TEXT));

  it('says how each list of sources was known', () => {
    const entry = (id: number) => `[${id}] Yearbook. https://ore.example/${id}\n\n`;
    const known = (text: string) =>
      inspectBrief(parseBrief(text)).sourceLists.map(({ range, knownBy }) => [range.start.line, knownBy]);
    assert.deepEqual(known(`# T\n\nIt rose [1].\n\n## Sources\n\n${entry(1)}`), [[4, 'heading']]);
    assert.deepEqual(known(`# T\n\nIt rose [1] and fell [2].\n\n${entry(1)}${entry(2)}Words follow.\n`), [
      [4, 'numbers'],
    ]);
    assert.deepEqual(known('# T\n\nIt rose.\n'), []);
  });

  it('gives the head of the brief', () => {
    const { title, publisher, published, tags } = model;
    assert.deepEqual(
      { title, publisher, published, tags },
      { title: 'Ore', publisher: 'Ore Weekly', published: '2024-11-03', tags: ['ore', 'power'] },
    );
  });

  it('gives the sections, the sources section among them', () => {
    assert.deepEqual(
      model.sections.map(({ heading, level, range }) => [heading, level, range.start.line]),
      [
        ['Supply', 2, 19],
        ['Sources', 2, 24],
      ],
    );
  });

  it('says which sections and insights are own judgement', () => {
    const { sections, insights } = inspectBrief(
      parseBrief('## Outlook\n\n<!-- brief: own -->\n\n- It rises.\n\n## Supply\n\n- It holds.\n'),
    );
    assert.deepEqual(
      sections.map(({ own }) => own),
      [true, false],
    );
    assert.deepEqual(
      insights.map(({ own, citedVia }) => [own, citedVia]),
      [
        [true, 'own'],
        [false, null],
      ],
    );
  });

  it('says which insights have a citation that leads to a source', () => {
    const { insights } = inspectBrief(
      parseBrief(
        '- It fell by 3 % [1].\n- It fell by 4 % [9].\n- It holds.\n\n## Sources\n\n- [1] Ore, https://ore.example\n',
      ),
    );
    assert.deepEqual(
      insights.slice(0, 3).map(({ citedVia, cited }) => [citedVia, cited]),
      [
        ['text', true],
        ['text', false],
        [null, false],
      ],
    );
  });

  it('gives each insight with its section, its citations and whether it must be cited', () => {
    const items = model.insights.filter(({ kind }) => kind === 'item');
    assert.deepEqual(
      items.map(({ section, cites, citedVia, mustCite, missingSeverity }) => ({
        section,
        cites,
        citedVia,
        mustCite,
        missingSeverity,
      })),
      [
        { section: 0, cites: ['usgs', '2'], citedVia: 'text', mustCite: true, missingSeverity: 'warning' },
        { section: 0, cites: [], citedVia: null, mustCite: true, missingSeverity: 'warning' },
      ],
    );
    assert.deepEqual(items[1]?.range, { start: { line: 22, character: 2 }, end: { line: 22, character: 25 } });
  });

  it('gives each sentence with its own citations', () => {
    const sentences = model.insights.find(({ kind }) => kind === 'item')?.sentences ?? [];
    assert.deepEqual(
      sentences.map(({ cites, needsCitation }) => ({ cites, needsCitation })),
      [
        { cites: ['usgs'], needsCitation: true },
        { cites: ['2'], needsCitation: true },
      ],
    );
  });

  it('gives each number with its value, its place and what the sources say to it', () => {
    const [percent, year] = model.insights.find(({ kind }) => kind === 'item')?.numbers ?? [];
    assert.deepEqual(percent, {
      surface: '4 %',
      kind: 'percent',
      value: 4,
      unit: '%',
      approximate: false,
      bound: null,
      range: { start: { line: 21, character: 17 }, end: { line: 21, character: 20 } },
      checkable: true,
      verdict: 'found',
      checkedAgainst: ['usgs'],
      at: { source: 'usgs', passage: 1, start: 15, end: 18 },
    });
    assert.deepEqual([year?.surface, year?.value, year?.verdict, year?.at], ['2024', '2024', 'notFound', null]);
  });

  it('gives both sides where a passage says something else of a number', () => {
    const text = TEXT.replace('rose by 4 %', 'fell by 4 %');
    const { insights } = inspectBrief(parseBrief(text));
    const [number] = insights.find(({ kind }) => kind === 'item')?.numbers ?? [];
    assert.equal(number?.verdict, 'differs');
    assert.deepEqual(number.differs, { kind: 'opposite', claim: 'rose', passage: 'fell', instead: null });
  });

  it('calls uncheckable what is looked up nowhere', () => {
    const [, uncited] = model.insights.filter(({ kind }) => kind === 'item');
    assert.deepEqual(
      uncited?.numbers.map(({ verdict, checkedAgainst }) => [verdict, checkedAgainst]),
      [['uncheckable', []]],
    );
  });

  it('gives each quotation with what the sources say to it', () => {
    const text = TEXT.replace('Output rose by 4 % in 2024 [@usgs]', 'They say "output rose by 5 %." [@usgs]');
    const { insights } = inspectBrief(parseBrief(text));
    assert.deepEqual(insights.find(({ kind }) => kind === 'item')?.quotations, [
      {
        text: 'output rose by 5 %.',
        range: { start: { line: 21, character: 12 }, end: { line: 21, character: 31 } },
        verdict: 'altered',
        checkedAgainst: ['usgs'],
        at: { source: 'usgs', passage: 1, start: 0, end: 18 },
        differences: [{ quoted: '5', source: '4' }],
      },
    ]);
  });

  it('gives the numbers of figures', () => {
    const numbers = model.figures.flatMap((figure) => figure.numbers);
    assert.deepEqual(
      numbers.map(({ surface, verdict, range }) => [surface, verdict, range.start]),
      [['4%', 'found', { line: 13, character: 11 }]],
    );
  });

  it('gives citations with their form and place, and what each source says about the claim', () => {
    const range = (start: number, end: number) => ({
      start: { line: 21, character: start },
      end: { line: 21, character: end },
    });
    assert.deepEqual(model.citations, [
      { ids: ['usgs'], form: 'keyed', range: range(29, 36), supports: [{ source: 'usgs', support: 'notFound' }] },
      { ids: ['2'], form: 'numbered', range: range(61, 64), supports: [{ source: '2', support: null }] },
    ]);
  });

  it('gives sources with where they are declared and what they say', () => {
    assert.deepEqual(
      model.sources.map(({ id, title, declaredIn }) => [id, title, declaredIn]),
      [
        ['usgs', 'Yearbook', 'front-matter'],
        ['2', 'Atlas', 'section'],
      ],
    );
    assert.deepEqual(model.sources[0]?.passages, [
      { text: 'Yearbook', from: 'title' },
      { text: 'Output rose by 4 %.', from: 'quote' },
    ]);
  });

  it('gives figures with what they show', () => {
    assert.deepEqual(
      model.figures.map(({ id, cites, content }) => ({ id, cites, content })),
      [{ id: 'growth', cites: ['usgs'], content: { kind: 'value', value: '4%', unit: null } }],
    );
  });

  it('is plain data', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(model)), model);
  });

  it('inspects an empty text', () => {
    const { title, sections, insights, sources } = inspectBrief(parseBrief(''));
    assert.deepEqual({ title, sections, insights, sources }, { title: null, sections: [], insights: [], sources: [] });
  });
});

/** The keys of objects within a value, but of places and of what a figure shows. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'range' || key === 'content' || key === 'differences' ? [key] : [key, ...keysIn(inner)],
  );
}

describe('The page on what inspect prints', () => {
  const quoting = TEXT.replace('Prices doubled', '"Output rose by 5 %", so prices doubled');
  const marked = quoting.replace('[2].', '[2]. <!-- brief: verified 2024-11-03 AZ 3f9a1c -->');
  const keys = new Set(keysIn(inspectBrief(parseBrief(marked))));

  it('names each of its keys', () => {
    const [, section = ''] = /\n## inspect\n([\s\S]*?)\n## /.exec(readFileSync('docs/command-line.md', 'utf8')) ?? [];
    for (const key of ['surface', 'checkedAgainst', 'reviewer']) assert.ok(keys.has(key), key);
    assert.deepEqual(
      [...keys].filter((key) => !section.includes(`\`${key}\``)),
      [],
    );
  });
});
