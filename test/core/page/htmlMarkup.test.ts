import assert from 'node:assert/strict';
import { toHtml } from '../../../src/core/page/htmlMarkup';

describe('the line of a card', () => {
  it('has each part by itself where one runs from right to left', () => {
    const line = 'مجلة · 2024-11 · cited 3 times';
    assert.equal(
      toHtml([{ kind: 'lines', lines: [[line]] }], undefined),
      '<p><bdi>مجلة</bdi> · <bdi>2024-11</bdi> · <bdi>cited 3 times</bdi></p>',
    );
  });

  it('is one text where none does', () =>
    assert.equal(toHtml([{ kind: 'lines', lines: [['USGS · 2024']] }], undefined), '<p>USGS · 2024</p>'));
});
