import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addSource, applyEdits, type Brief, checkBrief, parseBrief } from '../../../../src/core';
import type { KnownFields } from '../../../../src/core/editor/sources/addSource';
import { runs } from '../../../runs';

const FIELDS: KnownFields = {
  title: 'Prices of ore: 2024',
  authors: ['Ada Sample', 'Lin Muster'],
  publisher: 'Sample Notes',
  published: '2024-06-10',
  url: 'https://b.example/y',
};
const COPY: KnownFields = { ...FIELDS, accessed: '2025-08-04', doi: '10.3133/mcs2024', text: 'sources/b.txt' };

/** The text after a source was added; the same with CRLF. */
function added(text: string, fields: KnownFields): string {
  const result = addSource(parseBrief(text), '', fields);
  assert.ok(result.kind === 'added', result.kind);
  assert.equal(applyEdits(text, result.edits), result.text);
  const selected = result.text.slice(result.title.start, result.title.end);
  assert.ok(selected.replaceAll("''", "'").includes(fields.title ?? ''), selected);
  const crlf = addSource(parseBrief(text.replaceAll('\n', '\r\n')), '', fields);
  assert.equal(crlf.kind === 'added' && crlf.text, result.text.replaceAll('\n', '\r\n'));
  return result.text;
}

const HEAD = '---\nsources:\n  - id: 1\n    title: A\n    url: https://a.example/x\n---\n\n# T\n\nIt is 5% [1].\n';
const BODY = '# T\n\nIt is 5% [1].\n\n## Sources\n\n';

describe('adding a source of which more is known', () => {
  it('writes nothing that has a text shown in another order', () => {
    const result = addSource(parseBrief(HEAD), '', { title: 'gnp\u202e.A', authors: ['\u2066B\u2069'] });
    assert.ok(result.kind === 'added' && result.text.includes('    title: gnp.A\n    authors: B\n'));
  });

  it('writes each field in the list of the front matter', () => {
    assert.equal(
      added(HEAD, { ...COPY, type: 'report', language: 'en' }),
      HEAD.replace(
        '/x\n',
        `/x
  - id: 2
    title: "Prices of ore: 2024"
    authors: [Ada Sample, Lin Muster]
    publisher: Sample Notes
    published: 2024-06-10
    accessed: 2025-08-04
    url: https://b.example/y
    doi: 10.3133/mcs2024
    type: report
    language: en
    text: sources/b.txt
`,
      ),
    );
  });

  it('writes as the entry before does: in quotation marks, in braces, with authors below each other', () => {
    const list = (entry: string) => `---\nsources:\n${entry}---\n\n# T\n\nIt is 5% [1].\n`;
    const { title, authors } = FIELDS;
    const one = `- id: '1'\n  title: 'A'\n  authors:\n    - B\n    - C\n`;
    assert.equal(
      added(list(one), { title: "Lin's", authors: ['A, B', 'C'] }),
      list(`${one}- id: '2'\n  title: 'Lin''s'\n  authors:\n    - 'A, B'\n    - 'C'\n`),
    );
    const braces = '  - { id: 1, title: A }\n';
    assert.equal(
      added(list(braces), { title: title ?? '', authors: authors ?? [], publisher: 'B, C' }),
      list(
        `${braces}  - { id: 2, title: "Prices of ore: 2024", authors: [Ada Sample, Lin Muster], publisher: "B, C" }\n`,
      ),
    );
  });

  it('writes a line in a sources section, as the entry before it has its address', () => {
    const line = (before: string) => {
      const text = `${BODY}${before}\n`;
      return added(text, FIELDS).slice(text.length - 1);
    };
    const words = 'Ada Sample, Lin Muster. Prices of ore: 2024. Sample Notes, 2024-06-10';
    assert.equal(line('- [1] A. https://a.example/x'), `\n- [2] ${words}. https://b.example/y\n`);
    assert.equal(line('[1] A — <https://a.example/x>'), `\n[2] ${words} — <https://b.example/y>\n`);
    assert.equal(line('1. A (https://a.example/x)'), `\n2. ${words} (https://b.example/y)\n`);
    assert.equal(
      line('* [1] A, B, https://a.example/x'),
      '\n* [2] Ada Sample, Lin Muster, Prices of ore: 2024, Sample Notes, 2024-06-10, https://b.example/y\n',
    );
    assert.equal(
      line('- [1] Bo. [A](https://a.example/x). B.'),
      '\n- [2] Ada Sample, Lin Muster. [Prices of ore: 2024](https://b.example/y). Sample Notes, 2024-06-10\n',
    );
  });

  it('says what a line can not hold in an entry of the front matter that merges with it', () => {
    const text = `${BODY}- [1] A. https://a.example/x\n`;
    const result = added(text, COPY);
    assert.equal(
      result,
      `---
sources:
  - id: 2
    accessed: 2025-08-04
    url: https://b.example/y
    text: sources/b.txt
---

${text}- [2] Ada Sample, Lin Muster. Prices of ore: 2024. Sample Notes, 2024-06-10. doi:10.3133/mcs2024. https://b.example/y
`,
    );
    const { sources } = parseBrief(result);
    assert.deepEqual(
      sources.map(({ id, declarations, textPath, accessed }) => [
        id,
        declarations.length,
        textPath?.value,
        accessed?.value,
      ]),
      [
        ['1', 1, undefined, undefined],
        ['2', 2, 'sources/b.txt', '2025-08-04'],
      ],
    );
    // The section is still where this brief keeps its sources.
    const third = added(result, { title: 'C', url: 'https://c.example', text: 'c.txt' });
    assert.match(third, /text: sources\/b\.txt\n {2}- id: 3\n {4}url: https:\/\/c\.example\n {4}text: c\.txt\n---/);
    assert.match(third, /https:\/\/b\.example\/y\n- \[3\] C\. https:\/\/c\.example\n$/);
  });

  it('names the title where there is no address that shows which source the entry speaks of', () => {
    const text = `${BODY}- [1] A. https://a.example/x\n`;
    assert.equal(
      added(text, { title: 'B', publisher: 'C', text: 'b.txt' }).startsWith(
        '---\nsources:\n  - id: 2\n    publisher: C\n    text: b.txt\n---\n',
      ),
      true,
    );
    assert.match(
      added(text, { title: 'B', text: 'b.txt' }),
      /^---\nsources:\n {2}- id: 2\n {4}title: B\n {4}text: b\.txt\n/,
    );
  });

  it('keeps signs out of a line that mean something in running text', () => {
    const text = `${BODY}- [1] A. https://a.example/x\n`;
    assert.equal(
      added(text, { title: 'Ore [1] <i>', url: 'https://b.example' }),
      `---
sources:
  - id: 2
    title: "Ore [1] <i>"
    url: https://b.example
---

${text}- [2] Ore 1 i. https://b.example
`.replace('"Ore [1] <i>"', 'Ore [1] <i>'),
    );
  });

  it('makes a key of author and year where the brief has keys', () => {
    const keyed = HEAD.replace('id: 1', 'id: sample-2024').replace('[1]', '[@sample-2024]');
    assert.match(added(keyed, { ...FIELDS, authors: ['Sample, Ada'] }), /- id: sample-2024b\n/);
    assert.match(added(keyed, { title: '稀土', authors: ['郭'], published: '2025' }), /- id: 郭2025\n/);
  });

  it('knows a source by its DOI, however that is written', () => {
    const text = HEAD.replace('url: https://a.example/x', 'doi: 10.3133/MCS2024');
    for (const fields of [{ doi: '10.3133/mcs2024' }, { url: 'https://dx.doi.org/10.3133/mcs2024' }])
      assert.equal(addSource(parseBrief(text), '', fields).kind, 'known');
    assert.equal(addSource(parseBrief(HEAD), '', { doi: '10.3133/mcs2024' }).kind, 'added');
  });

  it('declares one source with these fields, and changes nothing else, whatever they are', () => {
    const words = fc.oneof(
      fc.constantFrom(
        'Ore',
        'A: b',
        '稀土（2024）',
        '[1] x',
        'true',
        '- a',
        '#x',
        "Lin's",
        '"q"',
        'a_b_c',
        '2024',
        'C*',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const clean = words.filter(
      (text) => /[\p{L}\p{N}]/u.test(text) && !/[\p{C}\p{Zl}\p{Zp}]|^\s|\s$|\s\s|[^\S ]/u.test(text),
    );
    const urls = fc.constantFrom(
      'https://b.example/y',
      'https://b.example/a_(b)',
      'https://b.example/?q=a,b;c',
      'https://例.example/路',
    );
    const fields = fc.record(
      {
        title: clean,
        authors: fc.array(clean, { minLength: 1, maxLength: 3 }),
        publisher: clean,
        published: fc.constantFrom('2024', '2024-06', '2024-06-10'),
        accessed: fc.constantFrom('2025-08-04'),
        url: urls,
        doi: fc.constantFrom('10.3133/mcs2024', '10.1002/(SICI)1097(1999)50:1<1::AID>3.0.CO;2-X'),
        type: fc.constantFrom('report'),
        language: fc.constantFrom('zh-CN'),
        text: fc.constantFrom('sources/b.txt', 'a b/ä #1.txt'),
      },
      { requiredKeys: ['title'] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), fields, (shape, known) => {
        const before = parseBrief(shape);
        const result = addSource(before, '', known);
        assert.ok(result.kind === 'added', result.kind);
        const after = parseBrief(result.text);
        assert.deepEqual(meaningOf(after, result.citation), meaningOf(before, ''));
        holds(after, result.citation, known);
        assert.deepEqual(complaints(after, result.citation), complaints(before, ''));
      }),
      { numRuns: runs(150) },
    );
  });
});

const ENTRY = '- [1] A. https://a.example/x\n';
const SHAPES = [
  '# T\n\nIt is 5%.\n',
  HEAD,
  HEAD.replaceAll('\n', '\r\n'),
  HEAD.replace('id: 1', 'id: usgs').replace('[1]', '[@usgs]'),
  `---\nsources:\n  - { id: 1, title: "A", url: https://a.example/x }\n---\n\n# T\n\nIt is 5% [1].\n`,
  `---\nsources: [{ id: 1, title: A, url: https://a.example/x }]\n---\n\n# T\n\nIt is 5% [1].\n`,
  `---\ntags: [x]\nsources: []\n---\n\n# T\n\nIt is 5%.\n`,
  `---\nsources:\n- id: '1'\n  title: 'A'\n  url: https://a.example/x\ntags: [x]\n---\n\n# T\n\nIt is 5% [1].\n`,
  `${BODY}${ENTRY}`,
  `${BODY}${ENTRY}`.replaceAll('\n', '\r\n'),
  `${BODY}${ENTRY}\n## Next\n\nIt is 6% [1].\n`,
  `---\ntitle: T\n---\n\n${BODY.slice(5)}- [1] [A](https://a.example/x)\n`,
  `${BODY}1. A, https://a.example/x\n`,
  `${BODY}[1] A — https://a.example/x`,
  `${BODY}[1]: https://a.example/x "A"\n`,
  '# T\n\nIt is 5% [@usgs].\n\n## Sources\n\n- [@usgs] A. <https://a.example/x>\n',
];

/** All that a brief says, without the source that was added and the places of things. */
function meaningOf(brief: Brief, citation: string): unknown {
  return {
    title: brief.title?.value,
    sections: brief.sections.filter(({ kind }) => kind !== 'sources').map(({ heading, level }) => [heading, level]),
    insights: brief.insights.map(({ text, cites, mustCite }) => [text, cites, mustCite]),
    citations: brief.citations.map(({ form, items }) => [form, items.map(({ id }) => id)]),
    links: brief.links.length,
    slips: brief.slips.length,
    tags: brief.frontMatter?.tags.map(({ value }) => value) ?? [],
    errors: [...(brief.frontMatter?.errors ?? []), ...(brief.frontMatter?.unknownKeys ?? [])].length,
    sources: brief.sources
      .filter(({ id }) => citationTo(id) !== citation)
      .map(({ id, title, url, authors }) => [id, title?.value, url?.value, authors.length]),
  };
}

function citationTo(id: string): string {
  return /^\d+$/.test(id) ? `[${id}]` : `[@${id}]`;
}

/** Each field is said as it was given; those that a line says in words are in its words. */
function holds(brief: Brief, citation: string, known: KnownFields): void {
  const source = brief.sources.find(({ id }) => citationTo(id) === citation);
  assert.ok(source, citation);
  const { declarations } = source;
  const isInWords = declarations.some(({ declaredIn }) => declaredIn === 'section');
  for (const key of ['accessed', 'url', 'doi', 'type', 'language'] as const)
    assert.equal(source[key]?.value, known[key], key);
  assert.equal(source.textPath?.value, known.text);
  const said = letters(declarations.map(({ title }) => title?.value ?? '').join(' '));
  for (const key of ['title', 'publisher', 'published'] as const) {
    const value = known[key];
    if (value === undefined) assert.equal(key !== 'title' && source[key] !== undefined, false, key);
    else if (source[key]?.value !== value) assert.ok(isInWords && said.includes(letters(value)), `${key}: ${value}`);
  }
  const authors = source.authors.map(({ value }) => value);
  if (authors.length > 0 || !isInWords) assert.deepEqual(authors, known.authors ?? []);
  else for (const author of known.authors ?? []) assert.ok(said.includes(letters(author)), author);
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** The rules that complain of a brief, but not of the new source that nothing cites it and that it says too little. */
function complaints(brief: Brief, citation: string): string[] {
  const shown = citation.startsWith('[@') ? citation.slice(1, -1) : citation;
  const own = (message: string) => shown !== '' && message.includes(shown);
  return checkBrief(brief)
    .filter(({ rule, message }) => !(own(message) && /^source\/(?:unused|incomplete)$/.test(rule)))
    .map(({ rule }) => rule);
}
