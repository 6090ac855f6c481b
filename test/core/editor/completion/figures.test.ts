import assert from 'node:assert/strict';
import { complete, NUMBERED } from './complete';

const at = (marked: string) => complete(marked, NUMBERED);

describe('Completion after {{', () => {
  it('offers key numbers with their value and title', () => {
    const { items } = at('- It is {{|');
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [['share', "90% · China's share"]],
    );
  });

  it('closes the braces once', () => {
    assert.equal(at('- It is {{|').take('share'), '- It is {{share}}|');
    assert.equal(at('- It is {{|}').take('share'), '- It is {{share}}|');
    assert.equal(at('- It is {{|}} of it').take('share'), '- It is {{share}}| of it');
    assert.equal(at('- It is {{sh|}} of it').take('share'), '- It is {{share}}| of it');
    assert.equal(at('- It is {{sh|ort}} of it').take('share', 'replace'), '- It is {{share|}} of it');
    assert.equal(at('- It is {{sh|ort}} of it').take('share', 'insert'), '- It is {{share|ort}} of it');
    assert.equal(at('- 占{{|').take('share'), '- 占{{share}}|');
    assert.equal(at('- [90%]{{|}}').take('share'), '- [90%]{{share}}|');
  });

  it('offers nothing after one brace, in code, and behind the closing ones', () => {
    for (const marked of ['- It is {|}', '- It is `{{|', '- It is {{share}}|', '- It is $x_{{|}}$'])
      assert.deepEqual(at(marked).labels, [], marked);
  });
});

describe('Completion after @fig:', () => {
  it('offers all figures, charts before key numbers', () => {
    assert.deepEqual(at('- See @fig:|').labels, ['@fig:prices', '@fig:share']);
    assert.deepEqual(at('- See [@fig:|]').labels, ['@fig:prices', '@fig:share']);
    assert.equal(at('- See @fig:|').items[0]?.description, 'line chart');
  });

  it('closes a bracket once', () => {
    assert.equal(at('- See @fig:p|').take('@fig:prices'), '- See @fig:prices|');
    assert.equal(at('- See [@fig:|').take('@fig:prices'), '- See [@fig:prices]|');
    assert.equal(at('- See [@fig:|].').take('@fig:prices'), '- See [@fig:prices]|.');
    assert.equal(at('- 见@fig:|').take('@fig:prices'), '- 见@fig:prices|');
    assert.equal(at('- See @fig:sh|are.').take('@fig:prices', 'replace'), '- See @fig:prices|.');
  });

  it('shows figures that blocks declare', () => {
    const block = '```figure\nid: deal\nvalue: 5\n```\n\n';
    assert.ok(at(`${block}- See @fig:|`).labels.includes('@fig:deal'));
  });
});
