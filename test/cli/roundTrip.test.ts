import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { inspectBrief } from '../../src/core';
import { importWithReport } from '../../src/core/importing/importText';
import { EVERYTHING, EVERYTHING_FILES } from '../everything';
import { folderWith, runBrief } from './runBrief';

type Model = ReturnType<typeof inspectBrief>;

/** What is in a brief besides: what a reader of its page sees in marks. */
const MARKS = `---
title: "Marks: of each kind"
language: en
style: apa
sources:
  - id: usgs-2024
    title: "Ore: *in* <numbers>"
    authors: [Ada Sample, "Muster, Lin"]
    publisher: Sample Survey
    published: 2024-03
    accessed: 2025-01-02
    type: report
    doi: 10.1000/182
    quote: [{ text: 'It "rose" & fell.', page: ix, url: https://example.org/ix }]
  - { id: 郭2025, title: 矿业, url: https://example.org/guo }
---

## Text

Ore rose [@usgs-2024, p. 3; @郭2025], as @usgs-2024 says, and $a_1^2$ with it[^s] and[^r]. Plain \\[1] is no citation.

$$
\\sum_{i} s_i < 4
$$

- One [see @郭2025]

  > A quotation in an item.

  \`\`\`js
  const a = '[1]';
  \`\`\`

> [!WARNING]
> What may go wrong [@usgs-2024].

---

Text to end with [@usgs-2024].

## Outlook

<!-- brief: own -->

Ore will rise by 4% in 2030.

- It will fall after that.

[^s]: Foot Source. https://example.org/foot
[^r]: A remark [@usgs-2024].

    Its second paragraph.
`;

const SAMPLES = ['rare-earths.brief', 'report.brief.md', 'problems.brief', '稀土供应.brief'];
const FILES: Readonly<Record<string, string>> = {
  'everything.brief': EVERYTHING,
  'marks.brief': MARKS,
  ...EVERYTHING_FILES,
  ...Object.fromEntries(SAMPLES.map((name) => [name, readFileSync(`samples/${name}`, 'utf8')])),
};

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
const plain = (text: string) => text.replace(/\s+/g, ' ');
/** A source that a footnote declares has its label for an id. */
const bare = (id: string) => id.replace(/^\^/, '');

/** A claim by what it rests on and how it is covered; which of its citations share their brackets makes no difference. */
const claimsOf = ({ insights }: Model) =>
  insights.map(({ cites, citedVia, mustCite }) => ({ cites: cites.map(bare), citedVia, mustCite }));

const sourcesOf = ({ sources }: Model) =>
  sources
    .map(({ id, title, authors, publisher, published, accessed, url, doi, type, language, passages }) => ({
      ...{ id: bare(id), title, authors, publisher, published, accessed, url, doi, type, language },
      passages: passages.flatMap(({ text, from, page, url }) =>
        from === 'quote' ? [{ text: plain(text), page, url }] : [],
      ),
    }))
    .sort(byId);

const figuresOf = ({ figures }: Model) =>
  figures.flatMap(({ id, title, caption, alt, cites, own }) =>
    id === null ? [] : [{ id, title, caption, alt, cites, own }],
  );

describe('a brief that was exported as a web page and imported', () => {
  let folder: ReturnType<typeof folderWith>;
  before(() => {
    folder = folderWith(FILES);
    mkdirSync(join(folder.path, 'images'));
    copyFileSync('samples/images/chain.svg', join(folder.path, 'images/chain.svg'));
    for (const name of ['output.csv', 'steps.csv'])
      copyFileSync(`samples/data/${name}`, join(folder.path, 'data', name));
  });
  after(() => folder.remove());

  const run = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await runBrief(args, { cwd: folder.path });
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const imported = async (name: string) => {
    await run('export', name, '--to', 'html', '-o', 'page.html');
    return run('import', 'page.html');
  };
  const ofFirst = new Map<string, Promise<string>>();
  /** The same of a brief that two tests look at, which is exported and imported once. */
  const importedOnce = (name: string) => {
    const text = ofFirst.get(name) ?? imported(name);
    ofFirst.set(name, text);
    return text;
  };
  const modelOf = async (name: string): Promise<Model> => JSON.parse(await run('inspect', name));

  for (const name of [...SAMPLES, 'everything.brief', 'marks.brief']) {
    it(`has the sources, claims and figures that ${name} had`, async () => {
      const text = await importedOnce(name);
      writeFileSync(join(folder.path, 'back.brief'), text);
      const [before, after] = [await modelOf(name), await modelOf('back.brief')];
      const known = new Set(before.sources.map(({ id }) => bare(id)));
      // What is cited and not declared gets an entry, as in any import.
      assert.deepEqual(
        sourcesOf(after).filter(({ id }) => known.has(id)),
        sourcesOf(before),
      );
      assert.deepEqual(claimsOf(after), claimsOf(before));
      assert.deepEqual(figuresOf(after).toSorted(byId), figuresOf(before).toSorted(byId));
      assert.deepEqual(
        after.sections.map(({ heading, level }) => ({ heading, level })),
        before.sections.filter(({ kind }) => kind !== 'sources').map(({ heading, level }) => ({ heading, level })),
      );
      for (const key of ['title', 'publisher', 'published', 'tags', 'language'] as const)
        assert.deepEqual(after[key], before[key], key);
    });

    it(`stays what ${name} became when that is exported and imported again`, async () => {
      const text = await importedOnce(name);
      writeFileSync(join(folder.path, 'again.brief'), text);
      assert.equal(await imported('again.brief'), text);
      assert.equal(importWithReport(text).text, text);
    });
  }
});

/** The sources of each claim by what they are: a footnote and an entry may have had the same number. */
function restsOn({ insights, sources }: Model): readonly (readonly string[])[] {
  const names = new Map(sources.map(({ id, title, url }) => [id, `${title} ${url}`]));
  return insights.map(({ cites }) => cites.map((id) => names.get(id) ?? id));
}

describe('what an import made, exported as a web page and imported', () => {
  for (const shape of readdirSync('test/core/importing/shapes')) {
    it(`cites the same for each claim of ${shape}`, async () => {
      const folder = folderWith({ [shape]: readFileSync(`test/core/importing/shapes/${shape}`) });
      try {
        const run = async (...args: readonly string[]) => (await runBrief(args, { cwd: folder.path })).stdout;
        await run('import', shape, '-o', 'made.brief');
        await run('export', 'made.brief', '--to', 'html', '-o', 'page.html');
        await run('import', 'page.html', '-o', 'back.brief');
        const [before, after]: Model[] = await Promise.all(
          ['made.brief', 'back.brief'].map(async (name) => JSON.parse(await run('inspect', name))),
        );
        assert.ok(before && after && before.sources.length > 0);
        assert.deepEqual(restsOn(after), restsOn(before));
        assert.equal(after.sources.length, before.sources.length);
      } finally {
        folder.remove();
      }
    });
  }
});

/** A body of marks, code, quotations and tasks. */
const MARKED = `
## Text

- It rose by 4% [own].
- It rose by 5% [?].
- It rose by 6% [1]. <!-- brief: computed -->
- It rose by 7%.
- Words with \`code\`.

\`\`\`
see https://example.org/code
  and *this*
\`\`\`

> Words of another

- [ ] to do
- [x] done

## Outlook <!-- brief: own -->

- It will fall by 9%.
`;

describe('a brief that was exported for Word and imported', () => {
  let folder: ReturnType<typeof folderWith>;
  before(() => {
    folder = folderWith({
      'marks.brief': `---
title: Marks
sources: [{ id: 1, title: Ore, url: https://example.org/ore }]
---
${MARKED}`,
    });
  });
  after(() => folder.remove());

  it('keeps what its marks, code, quotations and tasks were, and says anew what has no source', async () => {
    const options = { cwd: folder.path };
    await runBrief(['export', 'marks.brief', '--to', 'docx', '-o', 'marks.docx'], options);
    assert.equal(
      (await runBrief(['import', 'marks.docx'], options)).stdout,
      `# Marks
${MARKED.replace('6% [1].', '6%[^1].')}
## Sources

[^1]: *Ore* · https://example.org/ore
`,
    );
  });

  it('has a list of sources whose titles end with their words', async () => {
    const options = { cwd: folder.path };
    await runBrief(['export', 'marks.brief', '--to', 'docx', '-o', 'marks.docx'], options);
    await runBrief(['import', 'marks.docx', '-o', 'back.brief'], options);
    const model: Model = JSON.parse((await runBrief(['inspect', 'back.brief'], options)).stdout);
    assert.deepEqual(
      model.sources.map(({ title }) => title),
      ['Ore'],
    );
  });
});
