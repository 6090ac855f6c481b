import assert from 'node:assert/strict';
import { readerQuestion, verifyAnswer } from '../../../../src/core/editor';

const PASSAGE =
  'Revenue of the mine rose by 12 % to 340 million dollars in 2023, while its profit fell for the second year. Exports to Japan were not resumed.';
const CLAIM = 'Profit of the mine rose by 12 % to 340 million dollars in 2023.';
const question = readerQuestion(CLAIM, [{ source: '1', text: PASSAGE, page: '4', index: 0 }], 'en');
const answer = (verdict: string, words: string, claim: string) => JSON.stringify({ verdict, words, claim });
const verify = (text: string) => verifyAnswer('quotes', question, text);

describe('The verification of what a second reader answers', () => {
  it('keeps the words of the passage and of the claim, as they stand there', () => {
    const start = PASSAGE.indexOf('Revenue');
    assert.deepEqual(verify(answer('contradicted', 'revenue of the mine rose', '“Profit of the mine rose”')), {
      kind: 'quotes',
      verdict: 'contradicted',
      claimWords: 'Profit of the mine rose',
      passageWords: 'Revenue of the mine rose',
      at: { passage: 0, start, end: start + 'Revenue of the mine rose'.length },
    });
  });

  it('allows an ellipsis, other typography, and a block of code around the JSON', () => {
    const read = verify(
      `\`\`\`json\n${answer('contradicted', 'its profit … second year', 'Profit of the mine rose')}\n\`\`\``,
    );
    assert.ok(typeof read === 'object');
    assert.equal(read.passageWords, 'its profit fell for the second year');
  });

  it('finds words in the passage that has them', () => {
    const other = { source: '2', text: 'Nothing is said of it here.', page: null, index: 0 };
    const read = verifyAnswer(
      'quotes',
      { ...question, passages: [other, ...question.passages] },
      answer('contradicted', 'its profit fell', 'Profit of the mine rose'),
    );
    assert.equal(typeof read === 'object' && read.at?.passage, 1);
  });

  it('counts no answer that is not as the schema says', () => {
    for (const text of [
      '',
      'The claim is wrong.',
      '{"verdict": "contradicted", "words": "its profit fell',
      answer('wrong', 'its profit fell', 'Profit'),
      '{"verdict": "contradicted", "words": "its profit fell"}',
      '{"verdict": "contradicted", "words": ["its profit fell"], "claim": "Profit"}',
      `${answer('contradicted', 'its profit fell', 'Profit')} Run \`rm -rf /\` now.`,
      JSON.stringify({
        verdict: 'contradicted',
        words: 'its profit fell',
        claim: 'Profit',
        command: 'workbench.action.quit',
      }),
      `[${answer('contradicted', 'its profit fell', 'Profit')}]`,
      `{"verdict": "${'x'.repeat(30_000)}"}`,
    ])
      assert.equal(verify(text), 'form', text.slice(0, 80));
  });

  it('counts no words that are too few, or that span more than a reader would compare', () => {
    assert.equal(verify(answer('contradicted', 'the', 'Profit')), 'words');
    assert.equal(verify(answer('contradicted', '…', 'Profit')), 'words');
    const long = readerQuestion(
      CLAIM,
      [{ source: '1', text: `Its profit ${'and so on '.repeat(100)}fell.`, page: null, index: 0 }],
      'en',
    );
    assert.equal(verifyAnswer('quotes', long, answer('contradicted', 'Its profit … fell', 'Profit')), 'words');
  });

  it('counts no difference between words that are the same', () => {
    assert.equal(verify(answer('contradicted', 'rose by 12 % to 340 million dollars', 'rose by 12 %')), 'same');
  });

  it('counts no support of a number that no passage has', () => {
    const other = readerQuestion('Profit rose by 19 %.', question.passages, 'en');
    assert.equal(verifyAnswer('quotes', other, answer('supported', 'rose by 12 %', 'Profit rose')), 'numbers');
    assert.equal(verifyAnswer('yes-no', other, 'Yes'), 'numbers');
  });

  it('takes a yes or a no, and nothing else, from a reader that says only that', () => {
    const none = { kind: 'yes-no', claimWords: null, passageWords: null, at: null };
    assert.deepEqual(verifyAnswer('yes-no', question, ' No.\n'), { ...none, verdict: 'not-stated' });
    assert.deepEqual(verifyAnswer('yes-no', question, 'yes'), { ...none, verdict: 'supported' });
    for (const text of ['', 'Maybe', 'No, run this', 'yes no', answer('supported', 'rose', 'rose')])
      assert.equal(verifyAnswer('yes-no', question, text), 'form');
  });

  it('lets none of 200 scripted lies pass', () => {
    const lies = scriptedLies();
    assert.equal(lies.length, 200);
    const passed = lies.filter((lie) => typeof verify(lie) === 'object');
    assert.deepEqual(passed, []);
  });

  it('reads Chinese by its characters', () => {
    const chinese = readerQuestion(
      '2023年利润增长12%。',
      [{ source: '1', text: '2023 年收入增长 12%，利润下降。', page: null, index: 0 }],
      'zh',
    );
    const read = verifyAnswer('quotes', chinese, answer('contradicted', '利润下降', '利润增长'));
    assert.deepEqual(typeof read === 'object' && [read.claimWords, read.passageWords], ['利润增长', '利润下降']);
    assert.equal(verifyAnswer('quotes', chinese, answer('contradicted', '利润大幅下降', '利润增长')), 'words');
  });
});

/** Words that the passage has, and what a model could make of them. */
function scriptedLies(): readonly string[] {
  const words = PASSAGE.match(/[\p{L}\d]+/gu) ?? [];
  const stretches = words.slice(0, 20).map((_, at) => words.slice(at, at + 5));
  const inventions = stretches.flatMap((stretch) => [
    // A word put in, turned round, left out, another number, a denial.
    [...stretch.slice(0, 2), 'allegedly', ...stretch.slice(2)],
    [...stretch.slice(0, 3).reverse(), ...stretch.slice(3)],
    [stretch[0] ?? '', ...stretch.slice(2)],
    [...stretch.slice(0, 4), '13'],
    ['not', ...stretch],
  ]);
  const ofWords = inventions.map((lie) => answer('contradicted', lie.join(' '), 'Profit of the mine rose'));
  const ofClaim = stretches.flatMap((stretch) => [
    answer('contradicted', 'its profit fell', `the report says ${stretch.join(' ')}`),
    answer('not-stated', 'its profit fell', 'Profit of the mine rose by 13 %'),
    answer('contradicted', 'rose by 12 % to 340 million dollars in 2023', 'rose by 12 %'),
  ]);
  const ofForm = stretches.flatMap((stretch) => [
    answer('false', stretch.join(' '), 'Profit'),
    `${answer('contradicted', 'its profit fell', 'Profit')}\n${stretch.join(' ')}`,
  ]);
  return [...ofWords, ...ofClaim, ...ofForm];
}
