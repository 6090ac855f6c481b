import assert from 'node:assert/strict';
import { applyEdits, checkBrief, parseBrief, workspaceOf } from '../../../../src/core';
import { textStateOf } from '../../../../src/core/brief/sources/textState';
import { type MadeCopy, nameCopies, wantedCopies } from '../../../../src/core/editor';
import { configFile } from '../../brief/config/configFile';
import { libraryOf } from '../../brief/library/library';

const made = (id: string, part: MadeCopy['part'] = null): MadeCopy => ({ id, path: `sources/${id}.md`, part });

function named(text: string, ...copies: readonly MadeCopy[]): string {
  const brief = parseBrief(text);
  const { edits, unnamed } = nameCopies(brief, copies);
  assert.deepEqual(unnamed, []);
  const after = applyEdits(text, edits);
  const codes = (each: string) => checkBrief(parseBrief(each)).map(({ rule }) => rule);
  assert.deepEqual(
    codes(after).filter((code) => code !== 'source/missing-file'),
    codes(text),
  );
  return after;
}

const HEAD = '---\ntitle: T\nsources:\n';
const BODY = '---\n\n- Output rose by 12% [1][2].\n';

describe('The sources whose text is not here', () => {
  it('are the own ones of a brief without a copy, each with its page', () => {
    const text = `${HEAD}  - id: 1\n    title: One\n    url: https://a.example.net/one#part\n    accessed: 2025-01-02
  - id: 2\n    doi: 10.1000/xyz\n  - id: 3\n    title: A book\n  - id: 4\n    title: Here\n    url: https://b.net\n    text: here.txt
  - id: 5\n    title: An article\n    url: https://c.net\n    cite: passages\n  - id: 6\n    title: M\n    url: mailto:a@b.net
  - id: 7\n    title: J\n    url: javascript:alert(1)\n${BODY}`;
    assert.deepEqual(wantedCopies(parseBrief(text)), [
      { id: '1', title: 'One', url: 'https://a.example.net/one', accessed: '2025-01-02', inLibrary: false },
      { id: '2', title: '10.1000/xyz', url: 'https://doi.org/10.1000/xyz', inLibrary: false },
      { id: '3', title: 'A book', url: null, inLibrary: false },
      { id: '6', title: 'M', url: null, inLibrary: false },
      { id: '7', title: 'J', url: null, inLibrary: false },
    ]);
  });

  it('may be declared in a list below the text', () => {
    const text =
      '# T\n\n- It rose by 12% [1].\n\n## Sources\n\n1. One, https://a.net/one\n2. [Two](https://a.net/two)\n';
    assert.deepEqual(
      wantedCopies(parseBrief(text)).map(({ id, url }) => [id, url]),
      [
        ['1', 'https://a.net/one'],
        ['2', 'https://a.net/two'],
      ],
    );
  });
});

describe('Why there is no copy', () => {
  const none = (id: string, part: 'paywall' | 'scripts'): MadeCopy => ({ id, path: null, part });
  const text = `${HEAD}  - id: 1\n    title: One\n    url: https://a.net/1\n  - {id: 2, title: Two, url: "https://a.net/2"}\n${BODY}`;

  it('is said at the source, once', () => {
    const after = named(text, none('1', 'paywall'), none('2', 'scripts'));
    assert.match(after, /\n {4}url: https:\/\/a\.net\/1\n {4}copy: paywall\n/);
    assert.match(after, /\{id: 2, [^}]*copy: scripts[^}]*\}/);
    assert.equal(named(after, none('1', 'paywall'), none('2', 'scripts')), after);
    const states = parseBrief(after).sources.map(textStateOf);
    assert.deepEqual(states, ['paywall', 'scripts']);
  });

  it('gives way to the copy that comes later', () => {
    const after = named(text, none('1', 'paywall'), none('2', 'scripts'));
    const later = named(after, made('1'), made('2', 'abstract'));
    assert.match(later, /\n {4}url: https:\/\/a\.net\/1\n {4}text: sources\/1\.md\n {2}- /);
    assert.match(later, /text: sources\/2\.md, copy: abstract/);
    assert.doesNotMatch(later, /paywall|scripts/);
  });
});

describe('A copy is named', () => {
  it('at the end of its entry, with the part of the source that it is', () => {
    const text = `${HEAD}  - id: 1\n    title: One\n    url: https://a.net/1\n  # theirs\n  - id: 2\n    quote: |\n      So it is.\n\n${BODY}`;
    assert.equal(
      named(text, made('1'), made('2', 'abstract')),
      `${HEAD}  - id: 1\n    title: One\n    url: https://a.net/1\n    text: sources/1.md\n  # theirs\n  - id: 2\n    quote: |\n      So it is.\n    text: sources/2.md\n    copy: abstract\n\n${BODY}`,
    );
  });

  it('in an entry in braces, and with the line breaks of the brief', () => {
    assert.equal(
      named(
        `${HEAD}  - { id: 1, title: One, url: "https://a.net/1" }\n  - {id: "2"}\n${BODY}`,
        made('1', 'excerpt'),
        made('2'),
      ),
      `${HEAD}  - { id: 1, text: sources/1.md, copy: excerpt, title: One, url: "https://a.net/1" }\n  - {id: "2", text: sources/2.md}\n${BODY}`,
    );
    const dos = `${HEAD}- id: 1\n  title: One\n- id: 2\n${BODY}`.replaceAll('\n', '\r\n');
    assert.equal(named(dos, made('1')), dos.replace('title: One\r\n', 'title: One\r\n  text: sources/1.md\r\n'));
  });

  it('in a new entry for a source that is declared below the text, of which nothing else changes', () => {
    const body =
      '# T\n\n- It rose by 12% [1], and by 13% [2].\n\n## Sources\n\n1. One, https://a.net/one\n2. Two, https://a.net/two\n';
    assert.equal(
      named(body, made('1'), made('2', 'abstract')),
      `---\nsources:\n  - id: 1\n    url: https://a.net/one\n    text: sources/1.md\n  - id: 2\n    url: https://a.net/two\n    text: sources/2.md\n    copy: abstract\n---\n\n${body}`,
    );
  });

  it('in a new entry for a source of a bibliography', () => {
    const text = '---\ntitle: T\n---\n\n- It rose by 12% [@one].\n';
    const span = { start: 0, end: 3 };
    const declarations = [
      {
        id: 'one',
        idSpan: span,
        span,
        declaredIn: 'bibliography' as const,
        authors: [],
        quotes: [],
        url: { value: 'https://a.net/one', span },
        uri: 'file:///a.bib',
      },
    ];
    const brief = parseBrief(text, {
      bibliography: [{ path: 'a.bib', uri: 'file:///a.bib', declarations, errors: [] }],
    });
    const { edits } = nameCopies(brief, [made('one')]);
    assert.equal(
      applyEdits(text, edits),
      '---\ntitle: T\nsources:\n  - id: one\n    url: https://a.net/one\n    text: sources/one.md\n---\n\n- It rose by 12% [@one].\n',
    );
  });

  it('nowhere if the source is gone, or has no place for it', () => {
    const text = `${HEAD}  - id: 1\n    title: One\n${BODY}`;
    assert.deepEqual(nameCopies(parseBrief(text), [made('9')]), { edits: [], files: [], unnamed: ['9'] });
    const open = '---\ntitle: T\n\n# T\n\n- It rose by 12% [1].\n\n## Sources\n\n1. One, https://a.net/one\n';
    assert.deepEqual(nameCopies(parseBrief(open), [made('1')]).unnamed, ['1']);
  });

  it('also beside sources that have no place for it, of which there may be many', () => {
    const broken = (id: number) => `  - {id: ${id}, title: T, url: "https://a.net/${id}", text: mine.txt}\n`;
    const good = (id: number) => `  - id: ${id}\n    title: T\n    url: https://a.net/${id}\n`;
    const ids = Array.from({ length: 40 }, (_, i) => i + 1);
    const text = `${HEAD}${ids.map((id) => (id % 5 === 0 ? broken(id) : good(id))).join('')}${BODY}`;
    const brief = parseBrief(text);
    const { edits, unnamed } = nameCopies(
      brief,
      ids.map((id) => made(String(id))),
    );
    assert.deepEqual(unnamed, ['5', '10', '15', '20', '25', '30', '35', '40']);
    assert.equal(
      applyEdits(text, edits),
      text.replace(/(?<=url: https:\/\/a\.net\/(\d+)\n)/g, '    text: sources/$1.md\n'),
    );
  });

  it('in the file of its source in a library', () => {
    for (const [name, written, after] of [
      [
        'one.yaml',
        'title: One\nurl: https://a.net/one\n',
        'title: One\nurl: https://a.net/one\ntext: copies/one.md\ncopy: abstract\n',
      ],
      [
        'one.md',
        '---\ntitle: One\nurl: https://a.net/one\n---\n\nMy notes.\n',
        '---\ntitle: One\nurl: https://a.net/one\ntext: copies/one.md\ncopy: abstract\n---\n\nMy notes.\n',
      ],
    ] as const) {
      const brief = parseBrief('# T\n\n- It rose by 12% [@one].\n', {
        workspace: workspaceOf({ ...configFile('sources: sources/\n'), folder: libraryOf({ [name]: written }) }),
      });
      assert.deepEqual(wantedCopies(brief), [{ id: 'one', title: 'One', url: 'https://a.net/one', inLibrary: true }]);
      const { edits, files } = nameCopies(brief, [{ id: 'one', path: 'copies/one.md', part: 'abstract' }]);
      assert.deepEqual(edits, []);
      assert.equal(applyEdits(written, files[0]?.edits ?? []), after);
    }
  });
});
