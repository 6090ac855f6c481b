import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lexer } from 'yaml';
import { applyEdits, changeDetails, type DetailChange, detailsOf, parseBrief } from '../../../../src/core';
import { runs } from '../../../runs';

const BODY = '\n# Ore\n\n- Prices rose [1][@b]. So did {{share}}.\n';

const words = fc.constantFrom(
  'Ore',
  'Ore: a primer',
  "miners' #1",
  '"so"',
  'a, b',
  '[x]',
  '- no',
  '12',
  'true',
  '~',
  'ä 矿 {c}',
);
const comment = fc.constantFrom('', '', ' # why', ' # a: b');
const scalar = fc.oneof(
  fc.constantFrom('Ore', 'Ore of 2024', '2024-05-01', '7').chain((plain) => comment.map((more) => `${plain}${more}`)),
  words.chain((text) => comment.map((more) => `${JSON.stringify(text)}${more}`)),
  words.map((text) => `'${text.replaceAll("'", "''")}'`),
  fc.constantFrom('', '~', '>-\n@ folded\n@ text', '|\n@ # no comment\n@ text'),
);
const list = fc.constantFrom(
  '[a, "b c"]',
  '[]',
  '[a, # why\n@ b]',
  '\n@ - a # why\n@ - "b: c"',
  '\n@ - name: Ada\n@   orcid: 7\n@ # between\n@ - Bo',
);
const pair = (keys: readonly string[], values: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom(...keys), values)
    .map(([key, value]) => `${key}:${value.startsWith('\n') || value === '' ? '' : ' '}${value}`);
const alone = fc.constantFrom('# alone', '# brief-disable-next-line source/unused', '');
const key = fc.oneof(
  pair(['title', 'date', 'published', 'layout', 'summary'], scalar),
  pair(['authors', 'author', 'tags', 'categories'], list),
  alone,
);
const field = fc.oneof(pair(['title', 'publisher', 'url', 'quote', 'mine'], scalar), pair(['authors', 'quote'], list));
const entry = (ids: readonly string[]) =>
  fc.oneof(
    fc
      .tuple(
        alone,
        fc.constantFrom(...ids),
        fc.uniqueArray(field, { maxLength: 3, selector: (line) => line.split(':')[0] ?? '' }),
      )
      .map(
        ([above, id, fields]) =>
          `${above}\n  - ${[`id: ${id}`, ...fields].map((line) => line.replaceAll('@', '     ')).join('\n    ')}`,
      ),
    fc.constantFrom(...ids).map((id) => `\n  - { id: ${id}, title: "x", mine: [1] }`),
  );
const entries = (name: string, ids: readonly string[]) =>
  fc
    .array(entry(ids), { maxLength: 4 })
    .map((all) => `${name}:${all.map((one) => `\n  ${one}`.replace(/\n {2}\n/, '\n')).join('')}`);
const frontMatter = fc
  .tuple(
    fc.uniqueArray(key, { maxLength: 5, selector: (line) => line.split(':')[0] ?? '' }),
    fc.option(entries('sources', ['1', '2', 'b', '"b"', 'usgs-2024'])),
    fc.option(entries('figures', ['share', 'other'])),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([keys, sources, figures, newLine]) => {
    const lines = [
      ...keys.map((line) => line.replaceAll('@', ' ')),
      ...(sources ? [sources] : []),
      ...(figures ? [figures] : []),
    ];
    return `---\n${lines.join('\n')}\n---\n${BODY}`.replaceAll('\n', newLine);
  });

const values = fc.oneof(words, fc.constantFrom('', '', 'a\nb', 'a, b, c', 'b: c', '2025-01', 'zinc-2025'));

/** All that somebody could do in the form, with a value for a field. */
function changesIn(text: string, value: string): DetailChange[] {
  const { fields, lists } = detailsOf(parseBrief(text));
  return [
    ...fields.map(({ key }): DetailChange => ({ kind: 'set', list: null, key, value })),
    ...lists.flatMap(({ key: list, entries }): DetailChange[] => [
      { kind: 'add', list },
      ...entries.flatMap(({ id, fields }, index): DetailChange[] => {
        const at = { list, index, id };
        return [
          ...fields.map(({ key }): DetailChange => ({ ...at, kind: 'set', key, value })),
          { ...at, kind: 'remove' },
          { ...at, kind: 'move', by: 1 },
          { ...at, kind: 'move', by: -1 },
        ];
      }),
    ]),
  ];
}

function yamlIn(text: string): string {
  return /^---\r?\n([\s\S]*?)^---\r?$/m.exec(text)?.[1] ?? '';
}

/** All comments of YAML, as another parser finds them. */
function commentsIn(yaml: string): string[] {
  return [...new Lexer().lex(yaml)].filter((token) => token.startsWith('#')).map((token) => token.trim());
}

describe('Any change of the form in any front matter', () => {
  it('keeps the body, all comments, and all that it is not about; or is refused', () => {
    let made = 0;
    fc.assert(
      fc.property(frontMatter, values, fc.nat(), (text, value, which) => {
        const all = changesIn(text, value);
        const asked = all[which % Math.max(1, all.length)];
        if (!asked) return;
        const result = changeDetails(parseBrief(text), asked);
        if ('refused' in result) return assert.ok(result.refused !== '');
        if (result.edits.length === 0) return;
        made++;
        const after = applyEdits(text, result.edits);
        if (!(asked.kind === 'set' && asked.key === 'id'))
          assert.ok(after.endsWith(text.slice(text.lastIndexOf('---'))), after);
        if (asked.kind !== 'remove') assert.deepEqual(missing(commentsIn(yamlIn(text)), after), [], after);
        assert.equal(detailsOf(parseBrief(after)).locked, '', after);
        const lines = new Set(after.split(/\r?\n/));
        for (const line of text.split(/\r?\n/).filter((one) => /^\s*(?:layout|summary|categories|mine):/.test(one)))
          if (asked.kind !== 'remove') assert.ok(lines.has(line), `${line} is gone from\n${after}`);
      }),
      { numRuns: runs(1600) },
    );
    assert.ok(made > 100, `changes: ${made}`);
  });

  it('can be taken back by the change that undoes it', () => {
    fc.assert(
      fc.property(frontMatter, words, (text, title) => {
        const before = detailsOf(parseBrief(text)).fields.find((one) => one.key === 'title');
        if (!before || before.value === '' || before.fixed) return;
        const set = (of: string, value: string) => {
          const result = changeDetails(parseBrief(of), { kind: 'set', list: null, key: 'title', value });
          return 'refused' in result ? null : applyEdits(of, result.edits);
        };
        const after = set(text, title);
        if (after === null) return;
        assert.equal(detailsOf(parseBrief(after)).fields.find((one) => one.key === 'title')?.value, title);
        const back = set(after, before.value);
        assert.ok(back !== null);
        assert.equal(detailsOf(parseBrief(back)).fields.find((one) => one.key === 'title')?.value, before.value.trim());
      }),
      { numRuns: runs(1000) },
    );
  });
});

/** The comments that a text has no more. Each stands in it as often as in the list. */
function missing(comments: readonly string[], text: string): string[] {
  return comments.filter((one) => text.split(one).length - 1 < comments.filter((other) => other === one).length);
}
