import assert from 'node:assert/strict';
import { applyEdits, checkBrief, evidenceOf, parseBrief, parseChanged } from '../../../src/core';
import { citedSources, sourceOf, timesCited } from '../../../src/core/brief/queries/citedSources';
import { renameAt } from '../../../src/core/editor/rename';
import { renumberEdits, renumbering } from '../../../src/core/editor/sources/renumber';
import { HEAD, PASSAGES, summaryOf } from '../../summary/summary';

const codes = (body: string, passages = PASSAGES) => checkBrief(summaryOf(body, passages)).map(({ rule }) => rule);
const verdicts = (body: string, passages: typeof PASSAGES | null = PASSAGES) =>
  evidenceOf(summaryOf(body, passages)).insights.flatMap(({ numbers }) =>
    numbers.map(({ quantity, verdict, at }) => [quantity.surface, verdict, at?.source]),
  );

describe('Numbers that cite the passages of one source', () => {
  it('cite the passage of that number', () => {
    const brief = summaryOf('- Alloys come to 69% [6].');
    const passage = sourceOf(brief, '6');
    assert.equal(passage?.partOf, 'article');
    assert.deepEqual(
      passage?.passages.map(({ from }) => from),
      ['title', 'text'],
    );
    assert.match(passage?.passages[1]?.text ?? '', /^In 2023 China had 90%/);
  });

  it('are looked up in that passage, and found elsewhere in another one', () => {
    assert.deepEqual(
      verdicts('- In 2023 China had 90% of it [6].\n- The smelter in Baotou saves 30% of its water [5].'),
      [
        ['2023', 'found', '6'],
        ['90%', 'found', '6'],
        ['30%', 'elsewhere', '6'],
      ],
    );
  });

  it('look a quotation up in the same way', () => {
    const brief = summaryOf('- It is "hard and gets harder" [1].\n- It is "hard and gets harder" [2].');
    const found = evidenceOf(brief).insights.flatMap(({ quotations }) => quotations);
    assert.deepEqual(
      found.map(({ verdict, at }) => [verdict, at?.source]),
      [
        ['found', '1'],
        ['elsewhere', '1'],
      ],
    );
  });

  it('name passages in the message about a number that stands in another one', () => {
    const [problem] = checkBrief(summaryOf('- The smelter in Baotou saves 30% of its water [5].'));
    assert.equal(
      problem?.message,
      '30% is not found in [5], but [6] has it. Cite [6], or mark the number as computed.',
    );
    assert.deepEqual(
      problem?.fixes?.()[0]?.edits.map(({ newText }) => newText),
      ['[6]'],
    );
  });

  it('leave the whole source to its key', () => {
    assert.deepEqual(verdicts('- Licences change within 45 days [@article].'), [['45 days', 'found', 'article']]);
    assert.deepEqual(codes('- Licences change within 45 days [@article].\n- China had 90% [6].'), []);
  });

  it('are told when the text has fewer passages', () => {
    const [problem] = checkBrief(summaryOf('- China had 90% of it [9].\n- It is hard [1].'));
    assert.equal(problem?.rule, 'citation/unknown-source');
    assert.equal(problem?.message, '[@article] has 8 passages. Cite one of them instead of [9].');
  });

  it('cite the source without its text, which then cannot be checked', () => {
    assert.deepEqual(verdicts('- China had 90% of it [6].', null), [['90%', 'uncheckable', undefined]]);
    assert.deepEqual(codes('- China had 90% of it [12].', []), []);
  });

  it('count as citations of the source', () => {
    const brief = summaryOf('- China had 90% of it [6].\n- It is hard [1][7].');
    assert.deepEqual(
      citedSources(brief).map(({ id }) => id),
      ['article'],
    );
    assert.equal(timesCited(brief, 'article'), 3);
    assert.equal(timesCited(brief, '7'), 1);
    assert.deepEqual(codes('- China had 90% of it [6].'), []);
  });

  it('stay as they are when sources are renumbered', () => {
    const brief = summaryOf('- China had 90% of it [6].\n- It is hard [1][7].');
    assert.deepEqual([...renumbering(brief)], []);
    assert.equal(applyEdits(brief.text, renumberEdits(brief, renumbering(brief))), brief.text);
  });

  it('stay as they are when the source is renamed, and have no name of their own to change', () => {
    const brief = summaryOf('- China had 90% of it [6].\n- All of it [@article].');
    const renamed = renameAt(brief, brief.text.indexOf('article'), 'assay');
    assert.ok(renamed && 'edits' in renamed);
    const text = applyEdits(brief.text, renamed.edits);
    assert.match(text, /- id: assay\n/);
    assert.match(text, /- China had 90% of it \[6\]\.\n- All of it \[@assay\]\./);
    const refused = renameAt(brief, brief.text.indexOf('[6]') + 1, '8');
    assert.ok(refused && 'refused' in refused);
  });

  it('are those of the first source that says so; a second one is reported', () => {
    const head = HEAD.replace(
      '\n---\n',
      '\n  - id: other\n    title: Other\n    publisher: B\n    cite: passages\n---\n',
    );
    const brief = parseChanged(summaryOf('- China had 90% of it [6].'), `${head}\n- China had 90% of it [6].\n`);
    assert.deepEqual(
      checkBrief(brief)
        .filter(({ rule }) => rule === 'source/duplicate-id')
        .map(({ rule, message }) => [rule, message]),
      [['source/duplicate-id', 'Plain numbers cite the passages of [@article] already. Remove "cite" here.']],
    );
  });

  it('are those of sources where these are declared, which is reported where a passage has the number, too', () => {
    const withSource = (id: string) => {
      const head = HEAD.replace('\n---\n', `\n  - id: ${id}\n    title: Other\n    publisher: B\n---\n`);
      const brief = summaryOf('- China had 90% of it [6].');
      return parseChanged(brief, `${head}\n- China had 90% of it [6].\n- Others say so [${id}].\n`);
    };
    assert.deepEqual(
      checkBrief(withSource('2')).map(({ message }) => message),
      ['[2] may be this source or a passage of [@article]. Give the source a key.'],
    );
    assert.equal(sourceOf(withSource('2'), '2')?.title?.value, 'Other');
    assert.deepEqual(checkBrief(withSource('9')), []);
  });

  it('mean something else when the text changes', () => {
    const brief = summaryOf('- China had 90% of it [6].');
    const [, ...others] = PASSAGES;
    const texts = [{ path: 'sources/article.txt', passages: others }];
    const next = parseChanged(brief, brief.text, { texts });
    assert.deepEqual(
      evidenceOf(next).insights.flatMap(({ numbers }) => numbers.map(({ verdict, at }) => [verdict, at?.source])),
      [['elsewhere', '5']],
    );
  });

  it('are undeclared where no source says so', () => {
    const { text } = summaryOf('- China had 90% of it [6].');
    assert.equal(sourceOf(parseChanged(summaryOf(''), text.replace('    cite: passages\n', '')), '6'), undefined);
  });

  it('are the same after each edit as in a fresh reading', () => {
    const texts = [{ path: 'sources/article.txt', passages: PASSAGES }];
    let brief = summaryOf('- China had 90% of it [6].\n\n- It is hard [1][9].');
    for (const [from, to] of [
      ['    cite: passages\n', ''],
      ['    text:', '    cite: passages\n    text:'],
      ['[1][9]', '[1][8]'],
      ['  - id: article', '  - {id: 6, title: Six, publisher: A}\n  - id: article'],
      ['{id: 6,', '{id: 12,'],
      ['sources/article.txt', 'sources/gone.txt'],
      ['sources/gone.txt', 'sources/article.txt'],
    ] as const) {
      const text = brief.text.replace(from, to);
      brief = parseChanged(brief, text, { texts });
      const fresh = parseBrief(text, { texts });
      const said = (one: typeof brief) => [
        one.citations,
        checkBrief(one).map(({ message, span }) => [message, span]),
        evidenceOf(one).insights.flatMap(({ numbers }) => numbers.map(({ verdict, at }) => [verdict, at])),
      ];
      assert.deepEqual(said(brief), said(fresh), to);
    }
  });
});
