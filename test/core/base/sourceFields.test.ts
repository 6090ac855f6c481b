import assert from 'node:assert/strict';
import { inspectBrief, parseBrief, parseChanged } from '../../../src/core';
import { eachSourceText, SOURCE_FIELDS, SOURCE_TEXTS } from '../../../src/core/base/sourceFields';
import { keyDocs } from '../../../src/core/editor/completion/keyDocs';
import { readBibliography } from '../../../src/formats/bibliography';

const values = eachSourceText((name) => (name === 'zotero' ? 'ABCD2345' : `x-${name}`));

describe('The fields of a source', () => {
  it('are read from front matter, kept in an edit, and inspected', () => {
    const lines = Object.entries(values);
    const yaml = lines.map(([name, value]) => `    ${name}: ${value}\n`).join('');
    const text = `---\nsources:\n  - id: a\n${yaml}---\n\nIt rose [a].\n`;
    const before = parseBrief(`---\ntitle: x\n${text.slice(4)}`);
    for (const brief of [parseBrief(text), parseChanged(before, text)]) {
      const [source] = inspectBrief(brief).sources;
      for (const [name, value] of lines)
        assert.equal(Object.entries(source ?? {}).find(([key]) => key === name)?.[1], value);
    }
  });

  it('are each explained where keys are completed', () => {
    for (const name of SOURCE_TEXTS) assert.equal(keyDocs('source').get(name), SOURCE_FIELDS[name].says());
  });

  it('are read from bibliographies by each of their names', () => {
    for (const name of SOURCE_TEXTS) {
      const { bibtex = [], csl = [], ris = [] } = SOURCE_FIELDS[name];
      const texts = [
        ...bibtex.map((key) => ['a.bib', `@misc{a, ${key} = {Word}}`]),
        ...csl.map((key) => ['a.json', `[{"id":"a","${key}":"Word"}]`]),
        ...ris.map((tag) => ['a.ris', `TY  - GEN\nID  - a\n${tag}  - Word\nER  - \n`]),
      ];
      for (const [path = '', text = ''] of texts)
        assert.equal(readBibliography(text, path).declarations[0]?.[name]?.value, 'Word', `${name}: ${text}`);
    }
  });
});
