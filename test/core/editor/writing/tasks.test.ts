import assert from 'node:assert/strict';
import { taskMarkOf, toggleTasks } from '../../../../src/core/editor/writing';
import { after } from './marked';

const toggled = (marked: string) => after(marked, toggleTasks);

describe('A task', () => {
  it('is ticked, and unticked', () => {
    assert.equal(toggled('- [ ] Read‸ it'), '- [x] Read‸ it');
    assert.equal(toggled('> 2. [X] Read‸ it'), '> 2. [ ] Read‸ it');
  });
  it('is ticked with all that are selected, and unticked once all are', () => {
    assert.equal(toggled('- [x] «a\n- [ ] b\n- c»'), '- [x] «a\n- [x] b\n- c»');
    assert.equal(toggled('- [x] «a\n- [x] b»'), '- [ ] «a\n- [ ] b»');
  });
  it('is made of an item, and of a line of text alone', () => {
    assert.equal(toggled('  - Read‸ it'), '  - [ ] Read‸ it');
    assert.equal(toggled('Read‸ it'), '- [ ] Read‸ it');
    assert.equal(toggled('-‸'), '- [ ] ‸');
  });
  it('is made of nothing else', () => {
    for (const text of ['## A‸', '| a‸ |', '```\n- a‸\n```', '---\ntitle: b‸\n---\n', '‸', '«a\nb»'])
      assert.equal(toggled(text), null, text);
  });
  it('has one mark in its box, after all that may come before it in its line', () => {
    assert.deepEqual(taskMarkOf('- [ ] a'), { at: 3, done: false });
    assert.deepEqual(taskMarkOf('> > 12) - [X] a'), { at: 11, done: true });
    for (const line of ['[ ] a', '- a [ ] b', '- [y] a', '- [ ](a)', '']) assert.equal(taskMarkOf(line), null, line);
  });
});
