import assert from 'node:assert/strict';
import { inspectBrief, parseBrief } from '../../../src/core';

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

  it('has neither numbers nor quotations as long as none are read', () => {
    for (const { numbers, quotations } of model.insights) assert.deepEqual([numbers, quotations], [[], []]);
  });

  it('gives citations with their form and place', () => {
    assert.deepEqual(model.citations, [
      { ids: ['usgs'], form: 'keyed', range: { start: { line: 21, character: 29 }, end: { line: 21, character: 36 } } },
      { ids: ['2'], form: 'numbered', range: { start: { line: 21, character: 61 }, end: { line: 21, character: 64 } } },
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
