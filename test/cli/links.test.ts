import assert from 'node:assert/strict';
import { answers, openSite, type Site } from '../links/site';
import { folderWith, runBrief } from './runBrief';

/** A brief whose links have places to be shown. */
const brief = (origin: string) => `---
title: T
sources:
  - {id: 1, title: A, url: "${origin}/there"}
  - {id: 2, title: B, url: "${origin}/dead"}
---

- Output rose by 12% [1][2], see [C](${origin}/old#part).
- Prices fell by 3% [2], see [D](${origin}/dead).
`;

describe('brief links', () => {
  let site: Site;
  let folder: ReturnType<typeof folderWith>;
  beforeEach(async () => {
    site = await openSite({
      '/there': answers(200),
      '/old': answers(301, { location: '/new' }),
      '/new': answers(200),
      '/private': answers(403),
    });
    folder = folderWith({ 'a.brief': brief(site.origin) });
  });
  afterEach(async () => {
    folder.remove();
    await site.close();
  });

  const links = (...args: string[]) =>
    runBrief(['links', '--allow-private', '--no-archive', '--cache-dir', 'cache', ...args], {
      cwd: folder.path,
      sockets: true,
    });

  it('shows dead and moved links where they stand, sums up, and exits with 1', async () => {
    const { status, stdout, stderr } = await links();
    const host = site.origin.slice('http://'.length);
    assert.equal(stderr, '');
    assert.equal(
      stdout,
      `a.brief:5:29  error  link/dead
  This page does not exist: ${host} answers 404.
    5 |   - {id: 2, title: B, url: "${site.origin}/dead"}
      |                             ${'^'.repeat(site.origin.length + 5)}

a.brief:8:38  information  link/moved
  This page has moved permanently: ${site.origin}/new
    8 | - Output rose by 12% [1][2], see [C](${site.origin}/old#part).
      |                                      ${'^'.repeat(site.origin.length + 9)}

a.brief:9:34  error  link/dead
  This page does not exist: ${host} answers 404.
    9 | - Prices fell by 3% [2], see [D](${site.origin}/dead).
      |                                  ${'^'.repeat(site.origin.length + 5)}

3 links in 1 file checked: 1 dead, 1 moved.
`,
    );
    assert.equal(status, 1);
  });

  it('asks for each page once, on the next run for none that it knows, and for all with --refresh', async () => {
    await links();
    const asked = site.asked.length;
    assert.deepEqual(
      site.asked.filter((each) => each.startsWith('GET')),
      ['GET /dead'],
    );
    assert.deepEqual((await links()).status, 1);
    assert.equal(site.asked.length, asked);
    await links('--refresh');
    assert.equal(site.asked.length, 2 * asked);
  });

  it('prints JSON with every link and its places', async () => {
    const { stdout } = await links('--format=json');
    const { version, links: found, totals, failed } = JSON.parse(stdout);
    assert.deepEqual([version, failed], [1, []]);
    assert.deepEqual(totals, {
      links: 3,
      ok: 1,
      redirected: 0,
      moved: 1,
      dead: 1,
      blocked: 0,
      unreachable: 0,
      unchecked: 0,
    });
    const [there, dead, moved] = found;
    assert.deepEqual([there.state, there.status, there.movedTo], ['ok', 200, null]);
    assert.match(there.checked, /^\d{4}-\d\d-\d\dT/);
    assert.deepEqual([moved.state, moved.movedTo], ['moved', `${site.origin}/new`]);
    assert.deepEqual(
      dead.places.map(({ path, range }: { path: string; range: { start: object } }) => [path, range.start]),
      [
        ['a.brief', { line: 4, character: 28 }],
        ['a.brief', { line: 8, character: 33 }],
      ],
    );
  });

  it('asks for what briefs cite of files that they share, and shows it there', async () => {
    folder.remove();
    folder = folderWith({
      'a.brief': '- Output rose by 12% [@one][@two][@three].\n',
      'b.brief': '- Output rose by 12% [@one].\n',
      'brief.config.yaml': 'sources: sources/\nbibliography: refs.bib\n',
      'sources/one.yaml': `title: One\nurl: ${site.origin}/one\n`,
      'sources/two.yaml': `title: Two\nurl: "${site.origin}/two"\n`,
      'sources/four.yaml': `title: Four\nurl: ${site.origin}/four\n`,
      'refs.bib': `@misc{three, title={Three}, url={${site.origin}/three}}\n@misc{five, url={${site.origin}/five}}\n`,
    });
    const { stdout } = await links();
    assert.deepEqual(stdout.match(/^\S+:\d+:\d+/gm), ['refs.bib:1:34', 'sources/one.yaml:2:6', 'sources/two.yaml:2:7']);
    assert.match(stdout, /2 \| url: "http:.*\n {6}\| {7}\^/);
    assert.match(stdout, /3 links in 2 files checked: 3 dead\.\n$/);
  });

  it('exits with 0 where no link is dead, though one can not be checked', async () => {
    folder.remove();
    folder = folderWith({ 'a.brief': `- See [a](${site.origin}/private).\n` });
    const { status, stdout } = await links();
    assert.match(stdout, /^a\.brief:1:11 {2}hint {2}link\/blocked\n.*answers 403 to programs/);
    assert.match(stdout, /1 link in 1 file checked: 1 could not be checked\.\n$/);
    assert.equal(status, 0);
  });

  it('prints only dead links with --quiet', async () => {
    const { stdout } = await links('--quiet');
    assert.deepEqual(stdout.match(/link\/\w+|checked/g), ['link/dead', 'link/dead']);
  });

  it('asks nothing of this machine unless it is told to', async () => {
    const { status, stdout } = await runBrief(['links', '--no-archive'], { cwd: folder.path, sockets: true });
    assert.equal(stdout, '0 links in 1 file checked: no links to check. 3 skipped.\n');
    assert.equal(status, 0);
    assert.deepEqual(site.asked, []);
  });

  it('exits with 2 for a path that is not there, and for a file that can not be read', async () => {
    assert.equal((await links('b.brief')).status, 2);
    folder.remove();
    folder = folderWith({ 'a.brief': 'a\0b', 'b.brief': '- See.\n' });
    const { status, stdout, stderr } = await links();
    assert.deepEqual([status, stdout], [2, '0 links in 1 file checked, 1 could not be read: no links to check.\n']);
    assert.match(stderr, /cannot check "a\.brief": it is not a text file/);
  });
});
