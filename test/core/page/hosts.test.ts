import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hostToShow, shownHost } from '../../../src/core/page/safe/hosts';

describe('a host that is shown', () => {
  it('is what is asked for, where its letters are not ASCII', () => {
    assert.equal(shownHost('EXAMPLE.org'), 'example.org');
    assert.equal(shownHost('\u0430pple.example'), 'xn--pple-43d.example');
    assert.equal(shownHost('münchen.example'), 'xn--mnchen-3ya.example');
    assert.equal(shownHost('例え。jp'), 'xn--r8jz45g.jp');
  });

  it('is what a browser makes of it', () => {
    const label = fc.string({ unit: fc.constantFrom(...'abz09éüßя稀土例אب한'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(label, (name) => {
        // Some mixtures of directions are no host at all.
        if (!URL.canParse(`https://${name}.example/`)) return;
        assert.equal(shownHost(`${name}.example`), new URL(`https://${name}.example/`).hostname);
      }),
    );
  });
});

describe('beside a link stands its host', () => {
  for (const [words, host] of [
    ['usgs.gov', 'evil.example'],
    ['https://usgs.gov/report', 'evil.example'],
    ['a report on nasa.gov', 'other.example'],
    ['www.bank.example', 'bank.example.evil.test'],
    ['ｕｓｇｓ.ｇｏｖ', 'evil.example'],
    ['usgs。gov', 'evil.example'],
    ['usgs.gov and evil.example', 'evil.example'],
    ['usgs.gov/a.pdf', 'evil.example'],
  ] as const) {
    it(`where its words name another: ${words}`, () => assert.equal(hostToShow(words, host), host));
  }

  it('where it is not ASCII, whatever the words are', () => {
    assert.equal(hostToShow('the site', '\u0435xample.org'), 'xn--xample-2of.org');
    assert.equal(hostToShow('\u0435xample.org', '\u0435xample.org'), 'xn--xample-2of.org');
    assert.equal(hostToShow('Apple', 'xn--pple-43d.example'), 'xn--pple-43d.example');
    assert.equal(hostToShow('xn--pple-43d.example', '\u0430pple.example'), null);
  });

  for (const [words, host] of [
    ['the report', 'usgs.gov'],
    ['usgs.gov', 'usgs.gov'],
    ['www.usgs.gov', 'usgs.gov'],
    ['usgs.gov', 'pubs.usgs.gov'],
    ['USGS.GOV/a?b', 'usgs.gov'],
    ['report.pdf', 'usgs.gov'],
    ['data.csv', 'usgs.gov'],
    ['version 2.0.1', 'usgs.gov'],
    ['U.S. policy', 'usgs.gov'],
    ['a@other.example', 'usgs.gov'],
  ] as const) {
    it(`and not where its words name that one or none: ${words}`, () => assert.equal(hostToShow(words, host), null));
  }
});
