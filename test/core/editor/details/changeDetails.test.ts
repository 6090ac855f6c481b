import assert from 'node:assert/strict';
import { applyEdits, changeDetails, type DetailChange, detailsOf, parseBrief } from '../../../../src/core';

const TEXT = `---
# What this is about
title: "Ore in 2024" # a working title
author: Ada Sample
layout: post
tags: [ore, 'rare earths']
date: 2024-05-01
sources:
  # the first
  - id: 1
    title: 'Prices of ore'
    quote: >-
      Prices rose
      by 12%.
  # the second
  - { id: 2, title: Output, mine: [a, b] }
  - title: Deals
    id: 3
    authors:
      - Ada Sample # the elder
      - name: Bo Roe
        orcid: 0000
figures:
  - id: share
    value: 90%
---

# Ore

- Prices rose by 12% [1]. The share was {{share}} [1].
`;

/** The lines that a change takes out and puts in, or why it does not. */
function change(text: string, ...changes: readonly DetailChange[]): string[] | string {
  let now = text;
  for (const one of changes) {
    const made = changeDetails(parseBrief(now), one);
    if ('refused' in made) return made.refused;
    now = applyEdits(now, made.edits);
  }
  const [before, after] = [text.split('\n'), now.split('\n')];
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}

const head = (key: string, value: string): DetailChange => ({ kind: 'set', list: null, key, value });
const source = (index: number, id: string, key: string, value: string): DetailChange => ({
  ...{ kind: 'set', list: 'sources', index, id },
  key,
  value,
});

describe('The form for details shows', () => {
  const details = detailsOf(parseBrief(TEXT));
  const fields = (all: (typeof details)['fields']) => all.map(({ key, value }) => [key, value]);

  it('the title, authors, date and tags of a brief', () => {
    assert.deepEqual(fields(details.fields), [
      ['title', 'Ore in 2024'],
      ['authors', 'Ada Sample'],
      ['published', '2024-05-01'],
      ['tags', 'ore, rare earths'],
    ]);
  });

  it('its sources, and how often each is used', () => {
    const [sources] = details.lists;
    assert.deepEqual(
      sources?.entries.map(({ name, used }) => [name, used]),
      [
        ['[1] Prices of ore', 'Used 2 times in this brief.'],
        ['[2] Output', ''],
        ['[3] Deals', ''],
      ],
    );
    assert.deepEqual(fields(sources?.entries[2]?.fields ?? []).slice(0, 3), [
      ['id', '3'],
      ['title', 'Deals'],
      ['authors', 'Ada Sample\nBo Roe'],
    ]);
  });

  it('its figures, each with the fields of what it shows', () => {
    const [, figures] = details.lists;
    assert.deepEqual(
      figures?.entries[0]?.fields.map(({ key }) => key),
      ['id', 'title', 'value', 'unit', 'caption', 'as-of', 'cites'],
    );
  });

  it('at a field what is wrong with it', () => {
    const { fields: wrong, lists } = detailsOf(
      parseBrief('---\ndate: soon\nsources:\n  - id: a b\n  - id: 1\n  - id: 1\n---\n'),
    );
    assert.match(wrong.find(({ key }) => key === 'published')?.error ?? '', /must be a date/);
    assert.deepEqual(
      lists[0]?.entries.map(({ fields: [id] }) => (id?.error ?? '').split(',')[0]),
      ['"id" must be a number or a key such as usgs-2024', 'Another entry has this id.', 'Another entry has this id.'],
    );
  });

  it('nothing to change in front matter that cannot be read, and says where', () => {
    for (const [text, line] of [
      ['---\ntitle: "Ore\n---\n', 2],
      ['---\ntitle: Ore\nstray words\n---\n', 3],
      ['---\ntitle: Ore\nsources:\n  - id: 1\n    title: "a\n---\n', 5],
      ['---\ntitle: Ore\n', 1],
    ] as const) {
      const { locked, fields: none } = detailsOf(parseBrief(text));
      assert.match(locked, new RegExp(`^The front matter cannot be read in line ${line}\\. .`), text);
      assert.deepEqual(none, []);
      assert.equal(change(text, head('title', 'Zinc')), locked);
    }
  });

  it('that sources are declared elsewhere, or on one line', () => {
    const noteOf = (text: string) => detailsOf(parseBrief(text)).lists[0]?.note;
    assert.equal(
      noteOf('- A [1].\n\n## Sources\n\n- [1] Prices\n'),
      'This brief declares its sources outside the front matter.',
    );
    assert.equal(
      noteOf('---\nsources: [{ id: 1 }]\n---\n'),
      'This list is written on one line. Change it in the text.',
    );
  });
});

describe('A change in the form', () => {
  it('keeps quotation marks, comments and keys as they are written', () => {
    assert.deepEqual(change(TEXT, head('title', 'Ore: the "new" gold')), [
      '-title: "Ore in 2024" # a working title',
      '+title: "Ore: the \\"new\\" gold" # a working title',
    ]);
    assert.deepEqual(change(TEXT, source(0, '1', 'title', "Miners' prices")), [
      "-    title: 'Prices of ore'",
      "+    title: 'Miners'' prices'",
    ]);
    assert.deepEqual(change(TEXT, head('published', '2024-06')), ['-date: 2024-05-01', '+date: 2024-06']);
  });

  it('adds quotation marks where YAML needs them', () => {
    assert.deepEqual(change('---\ntitle: Ore\n---\n', head('title', 'Ore: a primer')), [
      '-title: Ore',
      '+title: "Ore: a primer"',
    ]);
    assert.deepEqual(change(TEXT, source(1, '2', 'title', 'Output, in tons')), [
      '-  - { id: 2, title: Output, mine: [a, b] }',
      '+  - { id: 2, title: "Output, in tons", mine: [a, b] }',
    ]);
  });

  it('adds a key in the order of the format', () => {
    assert.deepEqual(change(TEXT, source(0, '1', 'url', 'https://example.org')), ['+    url: https://example.org']);
    assert.deepEqual(change(TEXT, source(1, '2', 'publisher', 'USGS')), [
      '-  - { id: 2, title: Output, mine: [a, b] }',
      '+  - { id: 2, title: Output, publisher: USGS, mine: [a, b] }',
    ]);
    const made = changeDetails(parseBrief('---\ntags: [a]\n---\n'), head('title', 'Ore'));
    assert.ok('edits' in made);
    assert.equal(applyEdits('---\ntags: [a]\n---\n', made.edits), '---\ntitle: Ore\ntags: [a]\n---\n');
  });

  it('makes the front matter of a brief that has none', () => {
    assert.deepEqual(change('# Ore\r\n', head('title', 'Zinc')), ['+---\r', '+title: Zinc\r', '+---\r', '+\r']);
  });

  it('takes a key out with its line, but no comment', () => {
    assert.deepEqual(change(TEXT, head('published', '')), ['-date: 2024-05-01']);
    assert.deepEqual(change(TEXT, head('title', ' ')), [
      '-title: "Ore in 2024" # a working title',
      '+title: # a working title',
    ]);
    assert.deepEqual(change(TEXT, source(2, '3', 'title', '')), ['-  - title: Deals', '+  - title:']);
  });

  it('changes only those items of a list that change', () => {
    assert.deepEqual(change(TEXT, head('tags', 'ore, zinc, rare earths')), [
      "-tags: [ore, 'rare earths']",
      "+tags: [ore, zinc, 'rare earths']",
    ]);
    assert.deepEqual(change(TEXT, source(2, '3', 'authors', 'Ada Sample\nBo Poe')), [
      '-      - name: Bo Roe',
      '+      - name: Bo Poe',
    ]);
    assert.deepEqual(change(TEXT, source(2, '3', 'authors', 'Ada Sample\nBo Roe\nCy Doe')), ['+      - Cy Doe']);
    assert.deepEqual(change(TEXT, source(2, '3', 'authors', 'Ada Sample')), [
      '-      - name: Bo Roe',
      '-        orcid: 0000',
    ]);
    assert.deepEqual(change(TEXT, head('authors', 'Ada Sample\nBo Roe')), [
      '-author: Ada Sample',
      '+author: [Ada Sample, Bo Roe]',
    ]);
  });

  it('writes a folded text on one line', () => {
    assert.deepEqual(change(TEXT, source(0, '1', 'quote', 'Prices rose by 13%.')), [
      '-    quote: >-',
      '-      Prices rose',
      '-      by 12%.',
      '+    quote: Prices rose by 13%.',
    ]);
  });

  it('of an id is followed by all citations', () => {
    assert.deepEqual(change(TEXT, source(0, '1', 'id', 'ore-2024')), [
      '-  - id: 1',
      '-- Prices rose by 12% [1]. The share was {{share}} [1].',
      '+  - id: ore-2024',
      '+- Prices rose by 12% [@ore-2024]. The share was {{share}} [@ore-2024].',
    ]);
  });

  it('is refused where the text would be wrong', () => {
    assert.match(String(change(TEXT, head('published', 'soon'))), /must be a date such as 2025-08-06/);
    assert.equal(change(TEXT, source(0, '1', 'id', '2')), 'Another entry has this id.');
    assert.equal(change(TEXT, source(0, '1', 'id', ' ')), 'An id is needed.');
    assert.match(String(change(TEXT, source(0, '1', 'id', 'a b'))), /without spaces/);
  });

  it('is refused where a comment would go', () => {
    assert.equal(
      change(TEXT, source(2, '3', 'authors', 'Bo Roe')),
      'This cannot be changed here. Change it in the text.',
    );
  });

  it('is refused where the entry is another one by now', () => {
    assert.equal(change(TEXT, source(0, '7', 'title', 'Zinc')), 'The text has changed meanwhile. Try again.');
  });
});

describe('An entry of the form', () => {
  it('is added at the end of its list, in its form', () => {
    assert.deepEqual(change(TEXT, { kind: 'add', list: 'sources' }), ['+  - id: 4']);
    assert.deepEqual(change(TEXT, { kind: 'add', list: 'figures' }), ['+  - id: figure-1']);
  });

  it('is added to a brief without a list, and without front matter', () => {
    assert.deepEqual(change('Ore.\n', { kind: 'add', list: 'sources' }), ['+---', '+sources:', '+  - id: 1', '+---']);
    assert.deepEqual(change('---\nsources:\n---\n', { kind: 'add', list: 'sources' }), ['+  - id: 1']);
  });

  it('is taken out with its lines, and the list with its last entry', () => {
    assert.deepEqual(change(TEXT, { kind: 'remove', list: 'sources', index: 1, id: '2' }), [
      '-  - { id: 2, title: Output, mine: [a, b] }',
    ]);
    assert.deepEqual(
      change('---\ntitle: Ore\nsources:\n  - id: 1\n---\n', { kind: 'remove', list: 'sources', index: 0, id: '1' }),
      ['-sources:', '-  - id: 1'],
    );
  });

  it('stays where something uses it', () => {
    assert.equal(
      change(TEXT, { kind: 'remove', list: 'sources', index: 0, id: '1' }),
      '[1] is used 2 times in this brief. Remove those uses first.',
    );
    assert.equal(
      change(TEXT, { kind: 'remove', list: 'figures', index: 0, id: 'share' }),
      'share is used once in this brief. Remove that use first.',
    );
  });

  it('changes places with the next, and its comments come along', () => {
    const made = changeDetails(parseBrief(TEXT), { kind: 'move', list: 'sources', index: 0, id: '1', by: 1 });
    assert.ok('edits' in made);
    const after = applyEdits(TEXT, made.edits);
    assert.match(
      after,
      /sources:\n {2}# the second\n {2}- \{ id: 2.*\n {2}# the first\n {2}- id: 1\n(?:.*\n){4} {2}- title: Deals\n/,
    );
    const back = changeDetails(parseBrief(after), { kind: 'move', list: 'sources', index: 1, id: '1', by: -1 });
    assert.ok('edits' in back);
    assert.equal(applyEdits(after, back.edits), TEXT);
  });
});
