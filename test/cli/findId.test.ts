import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createIdFinder } from '../../src/cli/assistant/findId';
import { idOf } from '../../src/mcp';

/** The id of a text that comes in pieces of some length. */
function idIn(text: string, length = 7): string | number | null {
  const finder = createIdFinder();
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += length) finder.read(bytes.subarray(at, at + length));
  return finder.id();
}

describe('The id of a message that is not kept', () => {
  it('is that of the outermost object, wherever it stands and however it is spaced', () => {
    assert.equal(idIn('{"a":{"id":1},"id":2,"b":[{"id":3}]}'), 2);
    assert.equal(idIn(' {\t"id" : "x\\"y" }\r'), 'x"y');
    assert.equal(idIn('{"a":"\\\\","id":4,"b":"\\",\\"id\\":5"}'), 4);
    assert.equal(idIn('{"id":1,"id":-2}'), -2);
  });

  it('is none where there is none, or none that may be', () => {
    for (const text of [
      '',
      'id',
      '["id",1]',
      '"id":1',
      '{"id":1.5}',
      '{"id":null}',
      '{"id":{"a":1}}',
      '{"id":',
      '}{"id":1}',
    ])
      assert.equal(idIn(text), null, text);
    assert.equal(idIn(`{"id":"${'x'.repeat(300)}"}`), null);
  });

  it('is what a parser of JSON finds', () => {
    const message = fc.record(
      { id: fc.oneof(fc.string(), fc.integer(), fc.anything()), a: fc.jsonValue(), 'i"d': fc.string() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(message, fc.integer({ min: 1, max: 50 }), fc.boolean(), (value, length, spaced) => {
        const text = JSON.stringify(value, null, spaced ? 1 : 0);
        const { id } = JSON.parse(text);
        const isShort = JSON.stringify(id ?? null).length < 150;
        if (isShort) assert.equal(idIn(text, length), idOf(id));
      }),
    );
  });
});
