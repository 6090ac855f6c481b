import assert from 'node:assert/strict';
import { RULES } from '../../../../src/core';
import { complete } from './complete';

describe('Completion in a comment', () => {
  it('offers the forms of our comments, and closes what is open', () => {
    assert.ok(complete('<!-- brief|').labels.includes('brief-disable-next-line'));
    assert.equal(complete('- It is 5. <!-- brief|').take('brief: computed'), '- It is 5. <!-- brief: computed -->|');
    assert.equal(complete('- It is 5. <!-- |-->').take('brief: computed'), '- It is 5. <!-- brief: computed|-->');
    assert.equal(complete('- It is 5. <!--|').take('brief: computed'), '- It is 5. <!-- brief: computed -->|');
    const form = complete('<!-- brief-dis|').items.find(({ label }) => label === 'brief-disable-line');
    assert.equal(form?.snippet, 'brief-disable-line $0 -->');
  });

  it('offers the mark of a section as own judgement', () => {
    assert.equal(complete('## Outlook\n\n<!--|').take('brief: own'), '## Outlook\n\n<!-- brief: own -->|');
  });

  it('offers the codes of rules, with what they report', () => {
    const { labels, items } = complete('<!-- brief-disable-next-line | -->\n- It is so.');
    assert.deepEqual(
      labels,
      RULES.map(({ code }) => code),
    );
    assert.equal(items[0]?.documentation, RULES[0]?.description);
  });

  it('closes the comment once', () => {
    const code = 'citation/missing';
    assert.equal(complete('<!-- brief-disable-line |').take(code), '<!-- brief-disable-line citation/missing -->|');
    assert.equal(complete('<!-- brief-disable cit| -->').take(code), '<!-- brief-disable citation/missing| -->');
    assert.equal(
      complete('<!-- brief-disable citation/|order -->').take(code, 'replace'),
      '<!-- brief-disable citation/missing| -->',
    );
    assert.equal(complete('<!-- brief-disable citation/|-->').take(code), '<!-- brief-disable citation/missing|-->');
  });

  it('offers no code twice, and none in the reason', () => {
    assert.ok(!complete('<!-- brief-disable citation/missing | -->').labels.includes('citation/missing'));
    assert.deepEqual(complete('<!-- brief-disable citation/missing -- a | -->').labels, []);
  });

  it('offers nothing in the comments of others', () => {
    for (const marked of ['<!-- to do | -->', '<!-- see brief| -->', '<!-- brief --> |', '`<!-- brief|`'])
      assert.deepEqual(complete(marked).labels, [], marked);
  });

  it('does not come up in a comment that may be none of ours', () => {
    assert.deepEqual(complete('<!-- |', '', { asked: false }).labels, []);
    assert.ok(complete('<!-- brief-disable |', '', { asked: false }).labels.includes('citation/order'));
  });

  it('does the same in YAML', () => {
    const head = '---\ntitle: A\n';
    assert.equal(complete('# br|', head).take('brief-disable-next-line'), '# brief-disable-next-line |');
    assert.ok(complete('# brief-disable-next-line |\n---\n', head).labels.includes('source/unused'));
    assert.equal(
      complete('# brief-disable-next-line source/|\nsources:\n', head).take('source/unused'),
      '# brief-disable-next-line source/unused|\nsources:\n',
    );
    assert.deepEqual(complete('# a note |', head).labels, []);
  });
});

describe('Completion of a heading', () => {
  it('offers the usual sections that are not there yet', () => {
    const { labels } = complete('## Open questions\n\n- Why?\n\n## |');
    assert.ok(labels.includes('Sources') && labels.includes('Key takeaways'), labels.join());
    assert.ok(!labels.includes('Open questions'));
    assert.equal(complete('Text.\n\n## Sou|').take('Sources'), 'Text.\n\n## Sources|');
  });

  it('offers no second list of sources, whatever it is called', () => {
    assert.ok(!complete('## References\n\n[1] A\n\n## |').labels.includes('Sources'));
  });

  it('speaks the language of the brief', () => {
    assert.ok(complete('镍价下跌，冶炼厂关闭。\n\n## |').labels.includes('来源'));
    assert.ok(complete('## |', '---\nlanguage: zh-TW\n---\n').labels.includes('來源'));
    assert.ok(complete('## |', '---\nlanguage: de\n---\n').labels.includes('Quellen'));
  });

  it('is asked for: it does not come up while a heading is typed', () => {
    assert.deepEqual(complete('## |', '', { asked: false }).labels, []);
  });

  it('offers nothing in a title and in prose', () => {
    assert.deepEqual(complete('# |').labels, []);
    assert.deepEqual(complete('See ## |').labels, []);
  });
});
