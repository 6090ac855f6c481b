import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkBrief, parseBrief } from '../../../../src/core';
import { applyEdits } from '../../../../src/core/base/text';
import { threadsOf } from '../../../../src/core/brief/comments/threads';
import { plainComment } from '../../../../src/core/brief/comments/words';
import { commentableSpans, editThread, type ThreadAction } from '../../../../src/core/editor/threads/editThread';
import { anyBrief } from '../../../fuzz/anyBrief';
import { runs } from '../../../runs';

type Rest = ThreadAction extends infer One ? (One extends ThreadAction ? Omit<One, 'at'> : never) : never;

const BY_BC = { author: 'BC', date: '2026-11-29' };

/** The text after something is done at a cursor, `‸`; or why it is not done. */
function after(annotated: string, action: Rest): string {
  const offset = annotated.indexOf('‸');
  const text = annotated.replace('‸', '');
  const done = editThread(parseBrief(text), { ...action, at: { start: offset, end: offset } } as ThreadAction);
  return 'refused' in done ? `refused: ${done.refused}` : applyEdits(text, done.edits);
}

const add = (annotated: string, text = 'Why?') => after(annotated, { kind: 'add', text, ...BY_BC });

describe('A new comment', () => {
  it('stands at the end of the insight at the cursor, behind its citations', () => {
    assert.equal(add('- It r‸ose [1].\n- It fell.\n'), '- It rose [1]. {>>Why? @BC 2026-11-29<<}\n- It fell.\n');
  });

  it('is for the item whose marker the cursor is at', () => {
    assert.equal(add('‸- It rose.\n  - So.\n'), '- It rose. {>>Why? @BC 2026-11-29<<}\n  - So.\n');
  });

  it('keeps line ends and white space', () => {
    assert.equal(add('One\r\nline‸.  \r\n\r\nMore.\r\n'), 'One\r\nline. {>>Why? @BC 2026-11-29<<}  \r\n\r\nMore.\r\n');
  });

  it('answers where the thread of the insight is open', () => {
    assert.equal(
      add('It ‸rose. {>>a @AZ 2026-11-28<<}\n', 'b'),
      'It rose. {>>a @AZ 2026-11-28<<} {>>b @BC 2026-11-29<<}\n',
    );
  });

  it('starts a new thread behind a resolved one', () => {
    const text = add('It ‸rose. {>>a @AZ 2026-11-28 resolved<<}\n', 'b');
    assert.equal(text, 'It rose. {>>a @AZ 2026-11-28 resolved<<} {>>b @BC 2026-11-29<<}\n');
    assert.equal(threadsOf(parseBrief(text)).length, 2);
  });

  it('stands before a review mark that follows the thread', () => {
    assert.equal(
      add('It ‸rose. {>>a<<} <!-- brief: verified 2025-08-07 AZ 3f9a1c -->\n', 'b'),
      'It rose. {>>a<<} {>>b @BC 2026-11-29<<} <!-- brief: verified 2025-08-07 AZ 3f9a1c -->\n',
    );
  });

  it('stands in the cell at the cursor, with its bars escaped', () => {
    assert.equal(
      add('| a | b |\n| - | - |\n| 1 | 2‸ |\n', 'x | y'),
      '| a | b |\n| - | - |\n| 1 | 2 {>>x \\| y @BC 2026-11-29<<} |\n',
    );
  });

  it('is for the block above a line without one, below which its box stands, or else for the one below', () => {
    const why = ' {>>Why? @BC 2026-11-29<<}';
    assert.equal(add('- It rose.\n‸\n- It fell.\n'), `- It rose.${why}\n\n- It fell.\n`);
    assert.equal(add('It rose.\nIt fell.\n‸\n\n# B\n'), `It rose.\nIt fell.${why}\n\n\n# B\n`);
    assert.equal(add('# A\n‸\n- It rose.\n'), `# A\n\n- It rose.${why}\n`);
    assert.equal(add('# A‸\n- It rose.\n'), `# A\n- It rose.${why}\n`);
  });

  it('is for the block on the last line of a box that begins above it', () => {
    const text = '# A\n\n- It rose.\n- It fell.\n';
    const at = { start: text.indexOf('\n- It'), end: text.indexOf('- It') };
    const done = editThread(parseBrief(text), { kind: 'add', text: 'Why?', ...BY_BC, at });
    assert.ok('edits' in done);
    assert.equal(applyEdits(text, done.edits), text.replace('rose.', 'rose. {>>Why? @BC 2026-11-29<<}'));
  });

  it('is refused where nothing is claimed', () => {
    for (const text of ['---\ntit‸le: a\n---\n', '```\nx‸\n```\n', '# A‸\n\nb\n', '‸\n'])
      assert.match(add(text), /^refused: A comment goes after/, text);
  });

  it('is refused without words', () => {
    assert.equal(add('It ‸rose.\n', ' \n\t'), 'refused: Write something first.');
  });

  it('does not become code or a formula with what stands before it', () => {
    for (const claim of ['It is `odd.', 'It costs $5 a day', 'It is [see', 'It is <a href="x', 'It is <!-- so']) {
      const text = add(`${claim}‸\n`, 'Is it `5`, 6$ or [x](y) --> "> ?');
      assert.equal(threadsOf(parseBrief(text))[0]?.comments[0]?.text, 'Is it `5`, 6$ or [x](y) --> "> ?', text);
    }
  });
});

describe('A thread', () => {
  const THREAD = 'It rose. {>>a @AZ 2026-11-28<<} {>>‸b @BC 2026-11-29<<}\n';

  it('takes a reply behind its last comment', () => {
    assert.match(
      after(THREAD, { kind: 'reply', text: 'c', ...BY_BC }),
      /b @BC 2026-11-29<<\} \{>>c @BC 2026-11-29<<\}\n$/,
    );
  });

  it('is resolved and opened again by the last comment', () => {
    const resolved = after(THREAD, { kind: 'resolve', resolved: true });
    assert.equal(resolved, 'It rose. {>>a @AZ 2026-11-28<<} {>>b @BC 2026-11-29 resolved<<}\n');
    assert.equal(after(resolved.replace('b @', '‸b @'), { kind: 'resolve', resolved: false }), THREAD.replace('‸', ''));
  });

  it('is open again when somebody replies', () => {
    assert.equal(
      after('It. {>>a‸ @AZ 2026-11-28 resolved<<}\n', { kind: 'reply', text: 'c', ...BY_BC }),
      'It. {>>a @AZ 2026-11-28<<} {>>c @BC 2026-11-29<<}\n',
    );
  });

  it('stays resolved when its last comment is deleted', () => {
    assert.equal(
      after('It. {>>a @AZ 2026-11-28<<} {>>‸b @BC 2026-11-29 resolved<<} More.\n', { kind: 'delete' }),
      'It. {>>a @AZ 2026-11-28 resolved<<} More.\n',
    );
  });

  it('does not swallow the thread that follows it when it is opened again', () => {
    const text = 'It. {>>‸a @AZ 2026-11-28 resolved<<} {>>b @BC 2026-11-29<<}\n';
    assert.match(after(text, { kind: 'resolve', resolved: false }), /^refused: Another thread follows/);
  });

  it('loses a comment with the space before it, and all of them', () => {
    assert.equal(after(THREAD, { kind: 'delete' }), 'It rose. {>>a @AZ 2026-11-28<<}\n');
    assert.equal(after(THREAD, { kind: 'delete-thread' }), 'It rose.\n');
  });

  it('has another text after an edit, and the same author and day', () => {
    assert.match(after(THREAD, { kind: 'edit', text: 'New <<}' }), / \{>>New <\\<\} @BC 2026-11-29<<\}\n$/);
  });

  it('that is gone is not changed', () => {
    assert.match(after('It‸ rose.\n', { kind: 'delete' }), /^refused: This comment is not there/);
  });
});

describe('Comments in any brief', () => {
  it('change nothing but themselves, and can be taken out again', () => {
    const texts = fc.oneof(
      fc.constantFrom('Why?', '`', '$5$', '<<}', '[1]', '|', '-->', '@x'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(anyBrief, fc.nat(), texts, (source, place, text) => {
        const brief = parseBrief(source);
        const at = { start: place % (source.length + 1), end: place % (source.length + 1) };
        const done = editThread(brief, { kind: 'add', at, text, author: 'AZ', date: '2026-11-28' });
        if ('refused' in done) return;
        const now = parseBrief(applyEdits(source, done.edits));
        const own = threadsOf(now)
          .flatMap(({ comments }) => comments)
          .filter((one) => one.text === plainComment(text) && one.author === 'AZ' && one.date === '2026-11-28');
        assert.ok(own.length > 0);
        const said = (one: typeof brief) => checkBrief(one).filter(({ severity }) => severity !== 'hint').length;
        assert.equal(said(now), said(brief));
        const added = done.edits.at(-1);
        const start = (added?.span.start ?? 0) + (done.edits.length > 1 ? 0 : 1);
        const undone = editThread(now, { kind: 'delete', at: { start, end: start } });
        if (done.edits.length === 1 && 'edits' in undone) assert.equal(applyEdits(now.text, undone.edits), source);
      }),
      { numRuns: runs(600) },
    );
  });

  it('may be started on the lines of insights and tables', () => {
    const text = '# A\n\nOne.\n\n- Two.\n\n| a |\n| - |\n| 1 |\n';
    const spans = commentableSpans(parseBrief(text)).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(spans, ['One.', 'Two.', '| a |\n| - |\n| 1 |']);
  });
});
