import assert from 'node:assert/strict';
import { isZoteroKeys, isZoteroLink, zoteroLink } from '../../../src/core/base/zotero';

describe('An address that opens Zotero', () => {
  it('is made of keys of its shape alone', () => {
    assert.equal(zoteroLink('ABCD2345'), 'zotero://select/library/items/ABCD2345');
    assert.equal(zoteroLink('ABCD2345/PQRS6789', '12'), 'zotero://open-pdf/library/items/PQRS6789?page=12');
    assert.equal(zoteroLink('ABCD2345/PQRS6789', 'xii'), 'zotero://open-pdf/library/items/PQRS6789');
    for (const keys of ['', 'abcd2345', 'ABCD234', 'ABCD2345/', 'ABCD2345/../X', 'ABCD2345\n'])
      assert.equal(zoteroLink(keys), null, keys);
    assert.equal(isZoteroKeys('ABCD2345/PQRS6789/ABCD2345'), false);
  });

  it('leads to an item, a PDF, a page or a highlight, and does nothing else', () => {
    for (const url of [
      'zotero://select/library/items/ABCD2345',
      'zotero://open-pdf/library/items/ABCD2345',
      'zotero://open-pdf/library/items/ABCD2345?page=3',
      'zotero://open-pdf/groups/123/items/ABCD2345?page=3&annotation=PQRS6789',
      'zotero://open-pdf/library/items/ABCD2345?annotation=PQRS6789',
    ])
      assert.equal(isZoteroLink(url), true, url);
    for (const url of [
      'zotero://debug/',
      'zotero://report/library/items/ABCD2345',
      'zotero://select/library/items/ABCD2345?page=3&x=1',
      'zotero://open-pdf/library/items/abcd2345',
      'zotero://open-pdf/library/items/ABCD2345#x',
      'https://example.org/zotero://select/library/items/ABCD2345',
      'zotero://select/library/items/ABCD2345\n',
    ])
      assert.equal(isZoteroLink(url), false, url);
  });
});
