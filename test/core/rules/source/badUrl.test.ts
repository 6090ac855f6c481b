import assert from 'node:assert/strict';
import { expectFix, expectProblems, expectSilence, problemsOf } from '../ruleTest';

const CODE = 'source/bad-url';
const brief = (url: string) => `---
title: Rare earths
sources:
  - id: 1
    title: Summaries
    url: ${url}
---

- China refines 90% of all rare earths [1].
`;

describe(CODE, () => {
  it('reports an address that cannot be followed, where it stands', () => {
    expectProblems(
      CODE,
      brief(`ftp://usgs.gov/a
         ^^^^^^^^^^^^^^^^ cannot be followed`),
    );
  });

  for (const url of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html;x',
    'https://',
    'http://a b.org/c',
    'https:usgs.gov',
    'www.usgs.gov/a',
    'usgs.gov',
    '//usgs.gov/a',
    '../../secret.pdf',
    '/etc/passwd',
    'doi:abc',
    'https://usgs.gov@evil.example/a',
  ]) {
    it(`reports ${url}`, () => assert.equal(problemsOf(CODE, brief(JSON.stringify(url))).length, 1));
  }

  for (const url of [
    'https://usgs.gov',
    'http://usgs.gov:8080/a?b=c#d',
    'https://例子.中国/页',
    'doi:10.3133/mcs2024',
    'reports/2024.pdf',
    'report.pdf',
    'https://[2001:db8::1]/a',
    'https://en.wikipedia.org/wiki/Cerium_(element)',
  ]) {
    it(`is silent about ${url}`, () => expectSilence(CODE, brief(JSON.stringify(url))));
  }

  it('writes a missing scheme', () => {
    expectFix(CODE, 'Write https://www.usgs.gov/a', brief('www.usgs.gov/a'), brief('https://www.usgs.gov/a'));
  });

  it('writes a mistyped scheme', () => {
    expectFix(CODE, 'Write https://usgs.gov/a', brief('htps://usgs.gov/a'), brief('https://usgs.gov/a'));
  });

  it('writes a missing slash', () => {
    expectFix(CODE, 'Write https://usgs.gov/a', brief('"https:/usgs.gov/a"'), brief('"https://usgs.gov/a"'));
  });
});
