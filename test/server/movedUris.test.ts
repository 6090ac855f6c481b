import assert from 'node:assert/strict';
import { movesOf } from '../../src/server/moves/movedUris';

const B = 'file:///w/notes/b.brief';

function path(from: string, written: string, ...moves: readonly (readonly [string, string])[]): string | null {
  return movesOf(moves.map(([oldUri, newUri]) => ({ oldUri, newUri }))).path(from, written);
}

describe('A path after files were moved', () => {
  it('leads to the file that was moved', () => {
    assert.equal(path(B, 'a.txt', ['file:///w/notes/a.txt', 'file:///w/notes/c.txt']), 'c.txt');
    assert.equal(path(B, 'x/a.txt', ['file:///w/notes/x/a.txt', 'file:///w/a.txt']), '../a.txt');
    assert.equal(path(B, '../a.txt', ['file:///w/a.txt', 'file:///w/notes/deep/a.txt']), 'deep/a.txt');
  });

  it('follows a moved folder, and no folder with a longer name', () => {
    assert.equal(path(B, 'x/y/a.txt', ['file:///w/notes/x', 'file:///w/notes/z']), 'z/y/a.txt');
    assert.equal(path(B, 'xy/a.txt', ['file:///w/notes/x', 'file:///w/notes/z']), null);
  });

  it('stays as it is where the brief is moved along with the file', () => {
    assert.equal(path(B, 'a.txt', ['file:///w/notes', 'file:///w/archive']), null);
    assert.equal(path(B, './a.txt', ['file:///w/other.txt', 'file:///w/x.txt']), null);
  });

  it('changes where the brief alone is moved', () => {
    assert.equal(path(B, 'a.txt', [B, 'file:///w/b.brief']), 'notes/a.txt');
  });

  it('is the same however the client writes addresses', () => {
    const moved = path('file:///w/%E6%8A%A5/b.brief', 'a b.txt', ['file:///w/报/a%20b.txt', 'file:///w/报/c%25.txt']);
    assert.equal(moved, 'c%.txt');
    assert.equal(path('file:///w/%zz/b.brief', 'a.txt', ['file:///w/%zz/a.txt', 'file:///w/%zz/c.txt']), 'c.txt');
  });
});
