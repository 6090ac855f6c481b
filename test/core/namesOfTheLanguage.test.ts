import assert from 'node:assert/strict';
import {
  checkBrief,
  completionsAt,
  exportContent,
  exportMarkdown,
  exportPieces,
  hoverAt,
  inspectBrief,
  parseBrief,
  renameAt,
  renderBrief,
  wholeJson,
} from '../../src/core';
import { readBibliography } from '../../src/formats/bibliography';
import { readRows } from '../../src/formats/rows';
import { chipsOf } from './page/html';

const briefOf = (id: string): string => `---
title: Ore
sources:
  - id: ${id}
    title: The survey
    publisher: Survey
    url: https://example.org/a
    quote: Output rose by 5% in 2020.
figures:
  - id: ${id}
    value: 5%
    cites: ["${id}"]
  - id: rows
    title: Rows
    chart: bar
    x: ${id}
    y: isPrototypeOf
    data:
      - { ${id}: a, isPrototypeOf: 1 }
    cites: ["${id}"]
---

Output rose by 5% in 2020 [@${id}], which is {{${id}}}, see @fig:${id} and [^${id}].

[^${id}]: Survey, https://example.org/b
`;

describe('A name that the language of the program has, too', () => {
  for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']) {
    describe(id, () => {
      const text = briefOf(id);
      const brief = parseBrief(text);
      const at = text.indexOf(`[@${id}]`) + 3;

      it('is an id like any other where the brief is checked', () => {
        const problemsOf = (name: string) =>
          checkBrief(parseBrief(briefOf(name))).map(({ rule, message }) => `${rule} ${message}`);
        assert.deepEqual(problemsOf(id), problemsOf('other'));
        assert.equal(brief.citations.length, 3);
      });

      it('names its source in a hover, in completion and in what is inspected', () => {
        const hover = hoverAt(brief, at);
        assert.match(hover ? JSON.stringify(hover) : '', /The survey/);
        const { items } = completionsAt(brief, at, { today: '2026-01-01', asked: true });
        assert.ok(
          items.some((item) => JSON.stringify(item).includes(`@${id}`)),
          JSON.stringify(items),
        );
        assert.ok(JSON.stringify(inspectBrief(brief)).includes(`"${id}"`));
      });

      it('is renamed everywhere, and another id is renamed to it', () => {
        const renamed = renameAt(brief, at, 'survey');
        assert.ok(renamed && 'edits' in renamed && renamed.edits.length >= 3);
        const other = briefOf('other');
        const back = renameAt(parseBrief(other), other.indexOf('[@other]') + 3, id);
        assert.ok(back && 'edits' in back && back.edits.length >= 3);
      });

      it('is shown and exported', () => {
        const html = renderBrief(brief);
        assert.equal(chipsOf(html).length, chipsOf(renderBrief(parseBrief(briefOf('other')))).length);
        assert.ok(exportMarkdown(brief).includes('The survey'));
        assert.ok(wholeJson(exportPieces(brief, { charts: null, writeFormula: null })).includes(id));
        assert.ok(exportContent(brief, { charts: null, writeFormula: null }).includes('The survey'));
      });

      it('is one in a bibliography and in data', () => {
        const bib = readBibliography(`@misc{${id}, title = {The survey}}`, 'a.bib');
        assert.deepEqual(
          bib.declarations.map((one) => [one.id, one.title?.value]),
          [[id, 'The survey']],
        );
        const csl = readBibliography(`[{ "id": "${id}", "type": "book", "title": "The survey" }]`, 'a.json');
        assert.deepEqual(
          csl.declarations.map((one) => [one.id, one.title?.value]),
          [[id, 'The survey']],
        );
        const json = readRows(`[{ "${id}": 1 }]`, 'a.json');
        assert.ok('rows' in json);
        assert.deepEqual(Object.entries(json.rows[0] ?? {}), [[id, 1]]);
      });
    });
  }
});
