import assert from 'node:assert/strict';
import { parseBrief, parseChanged } from '../../../src/core';
import { worksOf } from '../../../src/core/brief/queries/citedSources';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What is read of an entry, without its id and its place. */
function fieldsOf(entry: string): Fields {
  const brief = parseBrief(`# Tin\n\nIt rose [1].\n\n## References\n\n[1] ${entry}\n`);
  const [source] = brief.sources;
  assert.ok(source);
  const { authors, title, publisher, published, accessed } = source;
  const found: Record<string, string | readonly string[]> = {};
  if (authors.length > 0) found['authors'] = authors.map(({ value }) => value);
  for (const [name, field] of Object.entries({ title, publisher, published, accessed }))
    if (field) found[name] = field.value;
  return found;
}

describe('The fields of an entry in a list of sources', () => {
  for (const [entry, fields] of [
    [
      'Schulz, M., Roth, L. K., & Li, C. (2009, May 3). *Tin and output*. Quay Press. https://a.example/1',
      {
        authors: ['Schulz, M.', 'Roth, L. K.', 'Li, C.'],
        title: 'Tin and output',
        publisher: 'Quay Press',
        published: '2009-05-03',
      },
    ],
    [
      'Quay Office, "Tin and output," *Quay Notes*, 2021. [Online]. Available: https://a.example/1. [Accessed: Mar. 21, 2023].',
      {
        authors: ['Quay Office'],
        title: 'Tin and output',
        publisher: 'Quay Notes',
        published: '2021',
        accessed: '2023-03-21',
      },
    ],
    [
      'M. Schulz, "Tin and output," *Ore Science*, vol. 3, no. 2, p. 5, Jun. 2021. https://a.example/1',
      {
        authors: ['M. Schulz'],
        title: 'Tin and output',
        publisher: 'Ore Science, vol. 3, no. 2, p. 5',
        published: '2021-06',
      },
    ],
    ['Output of tin <https://a.example/1>\\', { title: 'Output of tin' }],
    [
      'Ministry of Mines and Trade. (2024). Output of tin. https://a.example/1',
      { authors: ['Ministry of Mines and Trade'], title: 'Output of tin', published: '2024' },
    ],
    [
      'M. Schulz and L. Roth, "Tin and output," Ore, vol. 3, 2009.',
      { authors: ['M. Schulz', 'L. Roth'], title: 'Tin and output', publisher: 'Ore, vol. 3', published: '2009' },
    ],
    [
      'Quay Office, “Tin in 2024,” Quay Blog, 11 December 2025, https://a.example/1',
      { authors: ['Quay Office'], title: 'Tin in 2024', publisher: 'Quay Blog', published: '2025-12-11' },
    ],
    [
      'Schulz M, Roth LK (2019) Tin in the north. Ore 3:12–19. https://a.example/1',
      { authors: ['Schulz M', 'Roth LK'], title: 'Tin in the north', publisher: 'Ore 3:12–19', published: '2019' },
    ],
    [
      'Z. Tang et al., “Tin of old,” arXiv (2024年5月3日) https://a.example/1',
      { authors: ['Z. Tang et al'], title: 'Tin of old', publisher: 'arXiv', published: '2024-05-03' },
    ],
    [
      '王明，李雷. 锡矿研究[J]. 矿业, 2020(3): 12-19.',
      { authors: ['王明', '李雷'], title: '锡矿研究', publisher: '矿业, 2020(3): 12-19', published: '2020' },
    ],
    [
      '王明：《锡》，矿业出版社，2020年。',
      { authors: ['王明'], title: '锡', publisher: '矿业出版社', published: '2020' },
    ],
    [
      'Tin prices - Quay News, accessed May 21, 2026, https://a.example/1',
      { title: 'Tin prices', publisher: 'Quay News', accessed: '2026-05-21' },
    ],
    [
      'GitHub - A long tale of tin, accessed May 21, 2026, https://a.example/1',
      { title: 'GitHub - A long tale of tin', accessed: '2026-05-21' },
    ],
    ['Tin prices. Retrieved 21 May 2026, from https://a.example/1', { title: 'Tin prices', accessed: '2026-05-21' }],
    ['Tin prices. [Online]. Available: https://a.example/1', { title: 'Tin prices' }],
    ['錫の価格 https://a.example/1 [アクセス日: 2025.11.23]', { title: '錫の価格', accessed: '2025-11-23' }],
    ['锡价，https://a.example/1，访问日期：2026年5月21日', { title: '锡价', accessed: '2026-05-21' }],
    ['錫價，檢索日期：5月 21, 2026， https://a.example/1', { title: '錫價', accessed: '2026-05-21' }],
    ['锡价，访问时间为 五月 21, 2026， https://a.example/1', { title: '锡价', accessed: '2026-05-21' }],
    ['Tin - a metal of 2024 | Quay https://a.example/1', { title: 'Tin - a metal of 2024 | Quay' }],
    ['The use_of_tin\\_2 https://a.example/1', { title: 'The use_of_tin_2' }],
    [
      'Schulz, M. (2009). Tin. Quay Press. See also his talk of 2011, which has the same figures.',
      { title: 'Schulz, M. (2009). Tin. Quay Press. See also his talk of 2011, which has the same figures' },
    ],
    ['How "accessed" tin works https://a.example/1', { title: 'How "accessed" tin works' }],
  ] as const) {
    it(`are told apart in ${entry}`, () => assert.deepEqual(fieldsOf(entry), fields));
  }

  it('lose no word: what is more than a reference is the title as a whole', () => {
    const note =
      'Smaller mines are left out, as [the method](https://a.example/m) says (2009). We add 3 percent for these.';
    const [source] = parseBrief(`It rose.[^1]\n\n[^1]: ${note}\n`).sources;
    assert.equal(
      source?.title?.value,
      'Smaller mines are left out, as the method says (2009). We add 3 percent for these',
    );
  });

  it('have their places in the document', () => {
    const { text, sources } = parseBrief(
      '# Tin\n\nIt rose [1].\n\n## References\n\n[1] Schulz, M. (2009). Tin and output. Quay Press.\n',
    );
    const [{ authors, title, publisher, published } = { authors: [] }] = sources;
    const written = [authors[0], title, publisher, published].map(
      (field) => field && text.slice(field.span.start, field.span.end),
    );
    assert.deepEqual(written, ['Schulz, M.', 'Tin and output', 'Quay Press', '2009']);
  });

  it('keep their places when text is written before them', () => {
    const before = parseBrief('# Tin\n\nIt rose [1].\n\n## References\n\n[1] Schulz, M. (2009). Tin. Quay Press.\n');
    const after = parseChanged(before, before.text.replace('It rose', 'It never rose'));
    const [source] = after.sources;
    assert.equal(after.text.slice(source?.publisher?.span.start, source?.publisher?.span.end), 'Quay Press');
    assert.equal(after.text.slice(source?.authors[0]?.span.start, source?.authors[0]?.span.end), 'Schulz, M.');
  });

  it('are read of a work without a number, too', () => {
    const [work] = worksOf(parseBrief('## References\n\n- Schulz, M. (2009). Tin. Quay Press.\n'));
    assert.deepEqual([work?.title?.value, work?.published?.value], ['Tin', '2009']);
  });

  for (const [language, accessed] of [
    ['French', 'consulté le mai 20, 2026'],
    ['Spanish', 'fecha de acceso: mayo 20, 2026'],
    ['Spanish, in words', 'consultado el 20 de mayo de 2026'],
    ['Russian', 'дата обращения: мая 20, 2026'],
    ['Russian, the last day', 'дата последнего обращения: мая 20, 2026'],
    ['Ukrainian', 'доступ отримано травня 20, 2026'],
    ['Italian', 'accesso eseguito il giorno maggio 20, 2026'],
    ['Dutch', 'geopend op mei 20, 2026'],
    ['Polish', 'otwierano: maja 20, 2026'],
    ['Turkish', 'erişim tarihi Mayıs 20, 2026'],
    ['Vietnamese', 'truy cập vào tháng 5 20, 2026'],
    ['Indonesian', 'diakses pada 20 Mei 2026'],
    ['Japanese', '5月 20, 2026にアクセス、'],
    ['Korean', '5월 20, 2026에 액세스'],
    ['Korean, the word first', '액세스 5월 20, 2026'],
  ] as const)
    it(`leave the day of access out of the title: ${language}`, () =>
      assert.deepEqual(fieldsOf(`Tin yearbook - Quay, ${accessed}, https://a.example/tin`), {
        title: 'Tin yearbook',
        publisher: 'Quay',
        accessed: '2026-05-20',
      }));
});
