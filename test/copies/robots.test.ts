import assert from 'node:assert/strict';
import { allows, readRobots } from '../../src/copies/robots';

const may = (robots: string, path: string) => allows(readRobots(robots), new URL(path, 'https://a.net'));

describe('The robots.txt of a host', () => {
  it('lets all in if it says nothing of it', () => {
    for (const robots of [
      '',
      '# none',
      'User-agent: *\nDisallow:',
      '<!doctype html><p>Not found',
      'Sitemap: https://a.net/s',
    ])
      assert.equal(may(robots, '/a'), true, robots);
  });

  it('has rules for all programs, or for us alone, which then count', () => {
    const robots = 'User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private\n';
    assert.equal(may(robots, '/a'), true);
    assert.equal(may(robots, '/private/a'), false);
    const named = `${robots}\nUser-Agent: x\nuser-agent: ResearchBriefs/1.0\nDisallow: /a\n`;
    assert.equal(may(named, '/private/a'), true);
    assert.equal(may(named, '/a'), false);
    assert.equal(may(`${robots}\nUser-agent: researchbriefs\nDisallow:\n`, '/private'), true);
  });

  it('counts by the longest rule, and if two are as long by the one that allows', () => {
    const robots = 'User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /x\nDisallow: /x\n';
    assert.deepEqual(
      ['/a', '/a/b', '/a/b/c', '/x', '/'].map((path) => may(robots, path)),
      [false, true, false, true, true],
    );
  });

  it('has patterns with * and $, in addresses of any script', () => {
    const robots =
      'User-agent: *\r\nDisallow: /*.pdf$\r\nDisallow: /*?print=\r\nDisallow: /%E6%96%87\r\nDisallow: /end$\r\nDisallow: /a*b*c\r\n';
    assert.deepEqual(
      ['/x.pdf', '/x.pdf?a', '/x?print=1', '/文/1', '/end', '/end/', '/a-b-c-d', '/a-c'].map((path) =>
        may(robots, path),
      ),
      [false, true, false, false, false, true, false, true],
    );
  });

  it('takes no longer for a hostile pattern', () => {
    const robots = `User-agent: *\nDisallow: /${'a*'.repeat(900)}b$\n`.repeat(200);
    assert.equal(may(robots, `/${'a'.repeat(5000)}`), true);
  });
});
