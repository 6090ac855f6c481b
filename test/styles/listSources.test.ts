import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import CSL from 'citeproc';
import { type Brief, parseBrief, STYLE_NAMES } from '../../src/core/checking';
import { type StyledList, textOfEntry } from '../../src/core/page/sections/entries';
import { itemsOfBrief, keyOfList, listSourcesOf } from '../../src/files/apart/listSources';
import { BIBLIOGRAPHY } from '../../src/files/named/namedFileKinds';
import { builtInStyle, type CslItem } from '../../src/styles';
import { readXml } from '../../src/styles/readXml';
import { BIB, CSL as CSL_JSON, ITEMS, YAML } from './works';

/** The files of the CSL project that the names stand for. */
const FILES: Readonly<Record<string, string>> = {
  ama: 'american-medical-association',
  apa: 'apa',
  'chicago-author-date': 'chicago-author-date',
  'gb-t-7714-2015-author-date': 'china-national-standard-gb-t-7714-2015-author-date',
  'gb-t-7714-2015-numeric': 'china-national-standard-gb-t-7714-2015-numeric',
  harvard: 'harvard-cite-them-right',
  ieee: 'ieee',
  mla: 'modern-language-association',
  vancouver: 'vancouver',
};

async function briefOf(sources: string, style: string, more = ''): Promise<Brief> {
  const bibliography = [
    await BIBLIOGRAPHY.read(BIB, 'a.bib', 'file:///a.bib'),
    await BIBLIOGRAPHY.read(CSL_JSON, 'a.json', 'file:///a.json'),
  ];
  const named = more === '' ? '' : 'bibliography: [a.bib, a.json]\n';
  const text = `---\nlanguage: en\nstyle: ${style}\n${named}sources:${sources}---\n# A\n`;
  return parseBrief(text, more === '' ? {} : { bibliography });
}

function written(list: StyledList | null): Record<string, string> {
  assert.ok(list && !('unstyled' in list), JSON.stringify(list));
  return Object.fromEntries([...list.entries].map(([id, nodes]) => [id, textOfEntry(nodes)]));
}

/** What the processor itself says of items, with the style as it is in its file. */
function processed(items: readonly CslItem[], style: string): Record<string, string> {
  const tree = (path: string) => {
    const read = readXml(
      readFileSync(path, 'utf8').replace(
        /<!-- (<layout locale="en)(">.*?<\/layout>) -->/,
        '$1 de es fr it nl pl pt ru$2',
      ),
    );
    assert.ok('root' in read);
    return read.root;
  };
  const engine = new CSL.Engine(
    {
      retrieveLocale: (language) => {
        try {
          return tree(`csl/locales/${language}.xml`);
        } catch {
          return false;
        }
      },
      retrieveItem: (id) => items.find((item) => item.id === id),
    },
    tree(`csl/styles/${style}.csl`),
    'en-US',
  );
  engine.updateItems(items.map(({ id }) => id));
  const made = engine.makeBibliography();
  assert.ok(made);
  return Object.fromEntries(made[0].entry_ids.map(([id = ''], i) => [id, plain(made[1][i] ?? '')]));
}

function plain(html: string): string {
  return html
    .replace(/<div class="csl-left-margin">.*?<\/div>/, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&amp;/g, '&')
    .trim();
}

describe('a list of sources', () => {
  it('has a style for each name, and they are all', () => {
    assert.deepEqual(Object.keys(FILES), STYLE_NAMES.slice(1));
    for (const name of Object.keys(FILES)) assert.ok(builtInStyle(name), name);
    assert.equal(builtInStyle('compact'), null);
  });

  it('is made of what somebody who knows CSL would write of thirty works of all types', async () => {
    const brief = await briefOf(YAML, 'apa', 'bibliographies');
    const ids = new Set(ITEMS.map(({ id }) => id));
    const sources = brief.sources.filter(({ id }) => ids.has(id));
    assert.equal(ITEMS.length, 30);
    const items = await itemsOfBrief(brief, sources);
    const bare = (item: CslItem | undefined) => JSON.parse(JSON.stringify(item ?? null));
    for (const item of ITEMS) assert.deepEqual(bare(items.find(({ id }) => id === item.id)), bare(item));
  });

  for (const [style, file] of Object.entries(FILES)) {
    it(`in the style ${style} says of thirty works what the processor says`, async () => {
      const brief = await briefOf(YAML, style, 'bibliographies');
      const ids = new Set(ITEMS.map(({ id }) => id));
      const list = await listSourcesOf(brief, {
        fallback: 'compact',
        most: 100,
        sources: brief.sources.filter(({ id }) => ids.has(id)),
      });
      assert.deepEqual(written(list), processed(ITEMS, file));
    });
  }

  it('says "et al." of works in English and 等 of Chinese ones in the Chinese standard', async () => {
    const brief = await briefOf(YAML, 'gb-t-7714-2015-numeric');
    const entries = written(await listSourcesOf(brief, { fallback: 'compact', most: 100 }));
    assert.equal(entries['3'], '袁训来, 陈哲, 肖书海, 等. 伊迪卡拉纪碳酸盐岩[J]. 科学通报, 2012.');
    assert.equal(
      entries['2'],
      'LOVELACE A, BABBAGE C, VAN GOGH V, et al. On the analytical engine[J/OL]. Nature, 2020. DOI:10.1038/s41586.',
    );
    const byYear = await briefOf(YAML, 'gb-t-7714-2015-author-date');
    const dated = written(await listSourcesOf(byYear, { fallback: 'compact', most: 100 }));
    assert.match(dated['3'] ?? '', /^袁训来, 陈哲, 肖书海, 等, 2012\. /);
    assert.match(dated['2'] ?? '', /^LOVELACE A, BABBAGE C, VAN GOGH V, et al\., 2020\. /);
  });

  it('has what an entry of RIS says', async () => {
    const ris =
      'TY  - JOUR\nID  - k\nAU  - Doe, Jane\nAU  - WHO\nTI  - Of ores\nT2  - Nature\nVL  - 3\nIS  - 4\nSP  - 5\nEP  - 9\nPY  - 2020\nER  - \n';
    const bibliography = [await BIBLIOGRAPHY.read(ris, 'a.ris', 'file:///a.ris')];
    const brief = parseBrief('---\nstyle: ieee\nbibliography: a.ris\n---\n\nSo [@k].\n', { bibliography });
    assert.deepEqual(written(await listSourcesOf(brief, { fallback: 'compact', most: 9 })), {
      k: 'J. Doe and WHO, “Of ores,” Nature, vol. 3, no. 4, pp. 5–9, 2020.',
    });
  });

  it('says of a list what it would say if it were the first', async () => {
    const all = await briefOf(YAML, 'apa');
    const some = await briefOf(YAML.replace('Reuters', 'Routers').split('\n').slice(0, 8).join('\n') + '\n', 'apa');
    const options = { fallback: 'compact', most: 99 };
    const first = await listSourcesOf(all, options);
    const between = written(await listSourcesOf(some, options));
    assert.match(between['4'] ?? '', /Routers/);
    assert.deepEqual(await listSourcesOf(all, options), first);
  });

  it('keeps the order of the brief where the style cites by numbers, and has its own where it does not', async () => {
    const sources = '\n  - { id: b, title: B, authors: Ann Zed }\n  - { id: a, title: A, authors: Bo Alpha }\n';
    const orderIn = async (style: string) => {
      const list = await listSourcesOf(await briefOf(sources, style), { fallback: 'compact', most: 9 });
      return list && 'order' in list ? list.order : null;
    };
    assert.deepEqual(
      [await orderIn('ieee'), await orderIn('apa')],
      [
        ['b', 'a'],
        ['a', 'b'],
      ],
    );
  });

  it('takes any id, and any text for words', async () => {
    const sources =
      '\n  - { id: __proto__, title: "$& <script>alert(1)</script> %%STRING%%" }\n  - { id: constructor, title: B }\n';
    const list = await listSourcesOf(await briefOf(sources, 'apa'), { fallback: 'compact', most: 9 });
    assert.ok(list && 'order' in list);
    assert.deepEqual(list.order.toSorted(), ['__proto__', 'constructor']);
    assert.match(textOfEntry(list.entries.get('__proto__') ?? []), /<script>alert\(1\)<\/script>/);
  });

  it('is made where the language of a source is none', async () => {
    for (const language of ['constructor', '__proto__', 'English', 'de']) {
      const sources = `\n  - { id: 1, title: A, language: ${language} }\n`;
      const list = await listSourcesOf(await briefOf(sources, 'apa'), { fallback: 'compact', most: 9 });
      assert.ok(list && 'order' in list, language);
    }
  });

  it('is our own where nothing else is asked for, and says why where there are too many', async () => {
    const brief = await briefOf(YAML, 'compact');
    assert.equal(await listSourcesOf(brief, { fallback: 'compact', most: 99 }), null);
    const { sources, ...styled } = await briefOf(YAML, 'apa');
    assert.deepEqual(await listSourcesOf({ ...styled, sources }, { fallback: 'compact', most: 17, sources }), {
      unstyled: 'There are over 17 sources: too many for a style.',
    });
  });

  it('is of those that are cited where a bibliography has too many others', async () => {
    const brief = parseBrief(`---\nstyle: apa\nsources:${YAML}---\n\nSo [2] and [7].\n`);
    const list = await listSourcesOf(brief, { fallback: 'compact', most: 3 });
    assert.deepEqual(Object.keys(written(list)), ['2', '7']);
  });

  it('is another one where the bibliography says something else, and the same where it does not', async () => {
    const briefWith = async (volume: string) => {
      const bib = `@article{k, title = {Of ores}, journal = {Nature}, volume = ${volume}}`;
      const bibliography = [await BIBLIOGRAPHY.read(bib, 'a.bib', 'file:///a.bib')];
      return parseBrief('---\nstyle: ieee\nbibliography: a.bib\n---\n\nSo [@k].\n', { bibliography });
    };
    const options = { fallback: 'compact', most: 9 };
    const [first, second] = [await briefWith('3'), await briefWith('4')];
    assert.equal(keyOfList(first, options), keyOfList({ ...first, sources: first.sources }, options));
    // Each version of a brief lists its files anew.
    const later = { ...first, bibliography: [...first.bibliography] };
    assert.equal(keyOfList(first, options), keyOfList(later, options));
    assert.notEqual(keyOfList(first, options), keyOfList(second, options));
  });

  it('is made of no more than six authors for each source that there may be', async () => {
    const authors = Array.from({ length: 20 }, (_, i) => `A${i} B`).join(', ');
    const brief = await briefOf(`\n  - { id: 1, title: A, authors: [${authors}] }\n`, 'apa');
    assert.deepEqual(await listSourcesOf(brief, { fallback: 'compact', most: 3 }), {
      unstyled: 'The sources have over 18 authors: too many for a style.',
    });
  });

  it('is our own until the file of the style has been read', async () => {
    const brief = await briefOf(YAML, 'ours.csl');
    assert.equal(await listSourcesOf(brief, { fallback: 'compact', most: 99 }), null);
  });

  it('is in the style of the settings where the brief names none', async () => {
    const brief = parseBrief('---\nsources:\n  - { id: 1, title: A thing, authors: Ada Lovelace }\n---\n# A\n');
    assert.deepEqual(written(await listSourcesOf(brief, { fallback: 'apa', most: 9 })), {
      1: 'Lovelace, A. (n.d.). A thing.',
    });
  });
});
