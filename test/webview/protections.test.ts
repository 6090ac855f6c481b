import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { closePages, sharedChromium } from '../chromium';
import type { Finding } from '../hostile/allowed';
import { everywhere } from '../hostile/briefs';
import type { Payload } from '../hostile/payloads';
import * as subject from '../hostile/subject';
import { type Protection, pageScriptWithout, subjectWithout } from '../hostile/without';
import { type Door, openDoor, told } from './hostilePage';
import { FOLDER, inExport, inNoPage, inPreview, renderAll, type Subject, style } from './hostileRun';

/** What stands for a chart that an attacker drew. */
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>hostile()</script><rect fill="url(https://example.org/#a)" onclick="hostile()"></rect></svg>';
/** What stands for a formula that an attacker wrote. */
const FORMULA = [
  { name: 'mtext', attributes: { href: 'javascript:hostile()', onclick: 'hostile()' }, children: [] },
  { name: 'script', attributes: {}, children: ['hostile()'] },
];

const CHART =
  '---\ntitle: T\nfigures: [{ id: a, chart: bar, x: a, y: b, own: true, data: [{ a: 1, b: 2 }] }]\n---\n\nSee @fig:a.\n';

/**
 * Each protection is taken out in turn, and what looks at hostile briefs has to find that. Where several protect from the
 * same, each of them is seen to hold by itself.
 */
describe('What looks at hostile briefs', function () {
  this.timeout(120_000);
  let browser: Browser;
  let door: Door;
  let plain: readonly Payload[];

  before(async function () {
    this.timeout(300_000);
    browser = await sharedChromium();
    door = await openDoor();
    const http = `http://${door.host}`;
    plain = [
      '<img src=x onerror=hostile()>',
      '<details open ontoggle=hostile()>x</details>',
      '<svg onload=hostile()><rect onmouseover=hostile() width=9 height=9></rect></svg>',
      `<img src="${http}/a.png">`,
      `<link rel="stylesheet" href="${http}/a.css">`,
      `<p style="background:url(${http}/b.png)" onmouseover=hostile()>x</p>`,
      '[x](javascript:hostile())',
      '[x](command:run)',
    ].map((text) => ({ kind: 'markup', text }));
  });
  after(async () => {
    await closePages();
    await door?.close();
  });

  const kinds = (found: readonly Finding[]) => [...new Set(found.map(({ kind }) => kind))].sort();
  const sent = (pages: readonly subject.Rendered[]) => pages.flatMap((page) => page.sent);

  const inMarkup: readonly [without: readonly Protection[], kinds: readonly Finding['kind'][]][] = [
    [['escape'], ['attribute', 'element']],
    [['no author HTML'], ['attribute', 'element']],
    [['gate for elements of authors'], ['element']],
    [['gate for attributes of authors'], ['attribute', 'name']],
    [['gate for addresses'], ['address']],
    [['escape of notices'], ['attribute', 'element']],
  ];
  for (const [protections, expected] of inMarkup) {
    it(`finds in what the preview is sent that it was written without: ${protections}`, async () => {
      const found = kinds(
        await inNoPage(browser, sent(await renderAll(plain, await subjectWithout(protections))), door),
      );
      for (const kind of expected) assert.ok(found.includes(kind), `${kind} is not among: ${found}`);
    });
  }

  it('finds a hostile drawing without the gate for drawings, and none with it', async () => {
    const look = async ({ render }: Subject) =>
      kinds(await inNoPage(browser, sent([await render({ text: CHART }, style(), FOLDER, { svg: DRAWING })]), door));
    assert.deepEqual(await look(subject), []);
    assert.deepEqual(await look(await subjectWithout(['gate for drawings'])), ['address', 'attribute', 'element']);
  });

  it('finds a hostile formula without the gate for formulas, and none with it', async () => {
    const look = async ({ render }: Subject) =>
      kinds(
        await inNoPage(
          browser,
          sent([await render({ text: 'A $x$.\n' }, style(), FOLDER, { formula: FORMULA })]),
          door,
        ),
      );
    assert.deepEqual(await look(subject), []);
    assert.deepEqual(await look(await subjectWithout(['gate for formulas'])), ['address', 'attribute', 'element']);
  });

  it('finds a link in a formula without both of what stop it, and none with one of them', async () => {
    const look = async (protections: readonly Protection[]) => {
      const { render } = await subjectWithout(protections);
      const text = 'A $\\href{javascript:hostile()}{x}$.\n';
      return kinds(await inNoPage(browser, sent([await render({ text }, style(), FOLDER)]), door));
    };
    assert.deepEqual(await look(['gate for formulas']), []);
    assert.deepEqual(await look(['refusal of links in formulas']), []);
    assert.deepEqual(await look(['gate for formulas', 'refusal of links in formulas']), ['address']);
  });

  describe('in the preview, with a renderer that lets HTML of authors through,', () => {
    let pages: readonly subject.Rendered[];
    let open: Subject;
    let script: string;
    before(async () => {
      open = await subjectWithout(['no author HTML', 'gate for addresses', 'policy of the preview']);
      pages = await renderAll(plain, open);
      script = await pageScriptWithout(['sanitiser']);
    });

    it('finds nothing, as the sanitiser holds by itself', async () => {
      assert.deepEqual(told(await inPreview(browser, pages, door, open)), []);
    });

    it('finds only markup without the sanitiser, as the policy holds by itself', async () => {
      const found = kinds(await inPreview(browser, pages, door, subject, script));
      assert.deepEqual(found, ['address', 'attribute', 'element', 'name']);
    });

    it('finds scripts that ran and requests without both', async () => {
      const found = kinds(await inPreview(browser, pages, door, open, script));
      assert.deepEqual(found, ['address', 'attribute', 'element', 'name', 'request', 'script']);
    });
  });

  describe('in an exported page, with a renderer that lets HTML of authors through,', () => {
    const look = async (protections: readonly Protection[]) => {
      const open = await subjectWithout(['no author HTML', ...protections]);
      return inExport(browser, await renderAll(plain, open), door);
    };

    it('finds nothing, as the last gate holds by itself', async () => {
      assert.deepEqual(told(await look(['policy of exports'])), []);
    });

    it('finds only markup without the last gate, as the policy holds by itself', async () => {
      assert.deepEqual(kinds(await look(['gate for addresses', 'last gate of exports'])), [
        'address',
        'attribute',
        'element',
        'name',
      ]);
    });

    it('finds scripts that ran and requests without both', async () => {
      const found = kinds(await look(['gate for addresses', 'last gate of exports', 'policy of exports']));
      assert.deepEqual(found, ['address', 'attribute', 'element', 'name', 'request', 'script']);
    });
  });

  it('finds a page that leads away, which no policy stops', async () => {
    const refresh = {
      kind: 'markup' as const,
      text: `<meta http-equiv="refresh" content="0;url=http://${door.host}/away">`,
    };
    const open = await subjectWithout(['no author HTML', 'last gate of exports']);
    const found = await inExport(browser, await renderAll([refresh], open), door).catch(() => null);
    assert.ok(found === null || kinds(found).includes('navigation'), 'nothing led away');
  });

  it('finds a chart that loads its data, without the loader that refuses', async () => {
    const data = { url: `http://${door.host}/data.json` };
    const spec = { mark: 'bar', data, encoding: { x: { field: 'a', type: 'nominal' } } };
    const knocksOf = async ({ drawChart }: Subject) => {
      const before = door.knocks();
      await drawChart({ kind: 'vega-lite', spec, language: 'en' });
      return door.knocks() - before;
    };
    assert.equal(await knocksOf(subject), 0);
    assert.notEqual(await knocksOf(await subjectWithout(['refusing loader of charts'])), 0);
  });

  it('has each payload in each place that a brief has for a text', async () => {
    const { text } = await everywhere(['a payload']);
    assert.ok(text.split('a payload').length > 60);
  });
});
