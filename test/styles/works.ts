/** Thirty works of all types: as a brief has them, and as somebody who knows CSL would write them by hand. */
import type { CslItem } from '../../src/styles';

/** In a front matter. */
export const YAML = `
  - { id: "1", type: report, title: Mineral commodity summaries 2024, authors: U.S. Geological Survey, publisher: U.S. Geological Survey, published: 2024-01-31, accessed: 2025-08-01, url: "https://pubs.usgs.gov/mcs2024/" }
  - { id: "2", type: article-journal, title: On the analytical engine, authors: [Ada Lovelace, "Babbage, Charles", Vincent van Gogh, John Smith], publisher: Nature, published: 2020-05, doi: "https://doi.org/10.1038/s41586" }
  - { id: "3", type: article-journal, title: 伊迪卡拉纪碳酸盐岩, authors: [袁训来, 陈哲, 肖书海, 王五], publisher: 科学通报, published: "2012" }
  - { id: "4", title: "Rare earths: a primer", publisher: Reuters, published: 2024-03-04, accessed: 2024-05-06, url: "https://www.reuters.com/a?b=1&c=2" }
  - { id: "5", type: webpage, title: 商务部公告2023年第23号, authors: 商务部, publisher: 商务部, published: 2023-07-03, accessed: 2024-01-02, url: "https://www.mofcom.gov.cn/x" }
  - { id: "6", type: newspaper article, title: MP Materials opens magnet plant, authors: Jane Doe, publisher: The Wall Street Journal, published: "November 20, 2025", url: "https://wsj.example/x" }
  - { id: "7", type: book, title: The elements of power, authors: "Abraham, David S.", publisher: Yale University Press, published: "2015" }
  - { id: "8", type: dataset, title: World energy statistics, authors: International Energy Agency, publisher: IEA, published: 2023/2024, url: "https://iea.example/data" }
  - { id: "9", type: post-weblog, title: What magnets need, authors: "Ludwig von Mises, Jr.", publisher: Materials Blog, published: 2021-12-01, url: "https://blog.example/m" }
  - { id: "10", type: legislation, title: Inflation Reduction Act, published: 2022-08-16 }
  - { id: "11", type: thesis, title: Recycling of neodymium, authors: María de la Cruz, publisher: Universidad de Chile, published: "2019", language: es }
  - { id: "12", type: interview, title: Of mines and men, authors: Mary Jane Watson, published: 2020-02-29 }
  - { id: "13", type: speech, title: State of the union, authors: "King, Martin Luther, Jr.", published: some day }
  - { id: "14", type: software, title: OpenLCA, authors: GreenDelta, publisher: GreenDelta GmbH, published: "2022", url: "https://openlca.example/" }
  - { id: "15", type: press release, title: Results for the third quarter, authors: MP Materials Corp., publisher: MP Materials, published: 2024-Q3, url: "https://mp.example/q3" }
  - { id: "16", type: standard, title: Rare earth elements – Vocabulary, authors: ISO, published: "2020" }
  - { id: "17", type: magazine, title: Digging deep, authors: [Ana Torres, Bo Li], publisher: The Economist, published: 2018-06 }
  - { id: "18", title: An untitled note, published: "2001" }
`;

const date = (...parts: number[]) => ({ 'date-parts': [parts] });
const person = (given: string, family: string) => ({ family, given });
const named = (literal: string) => ({ literal });

/** The same by hand, of those that a bibliography has below too. */
export const ITEMS: readonly CslItem[] = [
  {
    id: '1',
    type: 'report',
    title: 'Mineral commodity summaries 2024',
    author: [named('U.S. Geological Survey')],
    issued: date(2024, 1, 31),
    accessed: date(2025, 8, 1),
    URL: 'https://pubs.usgs.gov/mcs2024/',
    language: 'en',
  },
  {
    id: '2',
    type: 'article-journal',
    title: 'On the analytical engine',
    author: [
      person('Ada', 'Lovelace'),
      person('Charles', 'Babbage'),
      { ...person('Vincent', 'Gogh'), 'non-dropping-particle': 'van' },
      person('John', 'Smith'),
    ],
    'container-title': 'Nature',
    issued: date(2020, 5),
    DOI: '10.1038/s41586',
    language: 'en',
  },
  {
    id: '3',
    type: 'article-journal',
    title: '伊迪卡拉纪碳酸盐岩',
    author: ['袁训来', '陈哲', '肖书海', '王五'].map(named),
    'container-title': '科学通报',
    issued: date(2012),
    language: 'zh-CN',
  },
  {
    id: '4',
    type: 'webpage',
    title: 'Rare earths: a primer',
    'container-title': 'Reuters',
    issued: date(2024, 3, 4),
    accessed: date(2024, 5, 6),
    URL: 'https://www.reuters.com/a?b=1&c=2',
    language: 'en',
  },
  {
    id: '5',
    type: 'webpage',
    title: '商务部公告2023年第23号',
    author: [named('商务部')],
    issued: date(2023, 7, 3),
    accessed: date(2024, 1, 2),
    URL: 'https://www.mofcom.gov.cn/x',
    language: 'zh-CN',
  },
  {
    id: '6',
    type: 'article-newspaper',
    title: 'MP Materials opens magnet plant',
    author: [person('Jane', 'Doe')],
    'container-title': 'The Wall Street Journal',
    issued: date(2025, 11, 20),
    URL: 'https://wsj.example/x',
    language: 'en',
  },
  {
    id: '7',
    type: 'book',
    title: 'The elements of power',
    author: [person('David S.', 'Abraham')],
    publisher: 'Yale University Press',
    issued: date(2015),
    language: 'en',
  },
  {
    id: '8',
    type: 'dataset',
    title: 'World energy statistics',
    author: [named('International Energy Agency')],
    publisher: 'IEA',
    issued: { 'date-parts': [[2023], [2024]] },
    URL: 'https://iea.example/data',
    language: 'en',
  },
  {
    id: '9',
    type: 'post-weblog',
    title: 'What magnets need',
    author: [{ ...person('Ludwig', 'Mises'), 'non-dropping-particle': 'von', suffix: 'Jr.' }],
    'container-title': 'Materials Blog',
    issued: date(2021, 12, 1),
    URL: 'https://blog.example/m',
    language: 'en',
  },
  { id: '10', type: 'legislation', title: 'Inflation Reduction Act', issued: date(2022, 8, 16), language: 'en' },
  {
    id: '11',
    type: 'thesis',
    title: 'Recycling of neodymium',
    author: [{ ...person('María', 'Cruz'), 'non-dropping-particle': 'de la' }],
    publisher: 'Universidad de Chile',
    issued: date(2019),
    language: 'es',
  },
  {
    id: '12',
    type: 'interview',
    title: 'Of mines and men',
    author: [person('Mary Jane', 'Watson')],
    issued: date(2020, 2, 29),
    language: 'en',
  },
  {
    id: '13',
    type: 'speech',
    title: 'State of the union',
    author: [{ ...person('Martin Luther', 'King'), suffix: 'Jr.' }],
    issued: { literal: 'some day' },
    language: 'en',
  },
  {
    id: '14',
    type: 'software',
    title: 'OpenLCA',
    author: [named('GreenDelta')],
    publisher: 'GreenDelta GmbH',
    issued: date(2022),
    URL: 'https://openlca.example/',
    language: 'en',
  },
  {
    id: '15',
    type: 'report',
    title: 'Results for the third quarter',
    author: [named('MP Materials Corp.')],
    publisher: 'MP Materials',
    issued: { literal: 'Q3 2024' },
    URL: 'https://mp.example/q3',
    language: 'en',
  },
  {
    id: '16',
    type: 'standard',
    title: 'Rare earth elements – Vocabulary',
    author: [named('ISO')],
    issued: date(2020),
    language: 'en',
  },
  {
    id: '17',
    type: 'article-magazine',
    title: 'Digging deep',
    author: [person('Ana', 'Torres'), person('Bo', 'Li')],
    'container-title': 'The Economist',
    issued: date(2018, 6),
    language: 'en',
  },
  { id: '18', type: 'document', title: 'An untitled note', issued: date(2001), language: 'en' },
  {
    id: 'knuth',
    type: 'book',
    title: 'The TeXbook',
    author: [person('Donald E.', 'Knuth')],
    publisher: 'Addison-Wesley',
    'publisher-place': 'Reading',
    edition: '2',
    issued: date(1986),
    language: 'en',
  },
  {
    id: 'godel',
    type: 'article-journal',
    title: 'Über formal unentscheidbare Sätze',
    author: [person('Kurt', 'Gödel')],
    'container-title': 'Monatshefte für Mathematik',
    volume: '38',
    issue: '1',
    page: '173-198',
    issued: date(1931),
    DOI: '10.1007/BF01700692',
    language: 'de',
  },
  {
    id: 'conf',
    type: 'paper-conference',
    title: 'Magnets in motion',
    author: [person('Grace', 'Hopper'), named('The Bureau')],
    editor: [person('Ed', 'Itor')],
    'container-title': 'Proceedings of the Conference',
    publisher: 'ACM',
    page: '1-9',
    issued: date(2017, 6),
    language: 'en',
  },
  {
    id: 'chap',
    type: 'chapter',
    title: 'A chapter',
    author: [person('Ann', 'Author')],
    editor: [person('Ed', 'Itor')],
    'container-title': 'A whole',
    publisher: 'Elsevier',
    page: '10-20',
    issued: date(2011),
    language: 'en',
  },
  {
    id: 'phd',
    type: 'thesis',
    genre: 'PhD thesis',
    title: 'Of ores',
    author: [{ ...person('Simone', 'Beauvoir'), 'non-dropping-particle': 'de' }],
    publisher: 'MIT',
    issued: date(1999),
    language: 'en',
  },
  {
    id: 'tech',
    type: 'report',
    title: 'Numbers',
    number: '12',
    author: [person('A.', 'Clerk')],
    publisher: 'Bureau of Mines',
    issued: date(2003),
    language: 'en',
  },
  {
    id: 'site',
    type: 'webpage',
    title: 'A page',
    'container-title': 'World Bank',
    issued: date(2022, 3, 5),
    accessed: date(2023, 1, 2),
    URL: 'https://worldbank.example/p_1',
    language: 'en',
  },
  {
    id: 'patent',
    type: 'patent',
    title: 'A magnet',
    number: 'US1234567',
    author: [person('Nikola', 'Tesla')],
    issued: date(1912, 5, 7),
    language: 'en',
  },
  {
    id: 'csl-article',
    type: 'article-journal',
    title: 'Ein Artikel',
    author: [person('Jürgen', 'Müller')],
    'container-title': 'Chemie',
    volume: '12',
    page: '3–9',
    issued: date(2016, 4, 1),
    language: 'de-DE',
  },
  {
    id: 'csl-film',
    type: 'motion_picture',
    title: 'Koyaanisqatsi',
    director: [person('Godfrey', 'Reggio')],
    publisher: 'IRE',
    issued: date(1982),
    language: 'en',
  },
  {
    id: 'csl-entry',
    type: 'entry-encyclopedia',
    title: 'Lanthanide',
    'container-title': 'Encyclopaedia Britannica',
    edition: '15',
    volume: '7',
    issued: date(1998),
    language: 'en',
  },
  {
    id: 'csl-map',
    type: 'map',
    title: '中国地质图',
    author: [named('地质出版社')],
    'publisher-place': '北京',
    issued: date(2004),
    language: 'zh-CN',
  },
];

export const BIB = String.raw`
@string{aw = "Addison-Wesley"}
@book{knuth, author = {Donald E. Knuth}, title = {The {TeX}book}, publisher = aw, address = {Reading}, edition = {2}, year = 1986}
@article{godel, author = {G{\"o}del, Kurt}, title = {{\"U}ber formal unentscheidbare S{\"a}tze}, journal = {Monatshefte f{\"u}r Mathematik}, volume = 38, number = 1, pages = {173--198}, year = 1931, doi = {10.1007/BF01700692}, langid = {german}}
@proceedings{whole, editor = {Itor, Ed}, title = {Proceedings of the Conference}, publisher = {ACM}, year = 2017, month = jun}
@inproceedings{conf, author = {Grace Hopper and {The Bureau}}, title = {Magnets in motion}, pages = {1--9}, crossref = {whole}}
@incollection{chap, author = {Author, Ann}, editor = {Ed Itor}, title = {A chapter}, booktitle = {A whole}, publisher = {Elsevier}, pages = {10-20}, year = {2011}}
@phdthesis{phd, author = {Simone de Beauvoir}, title = {Of ores}, school = {MIT}, year = 1999}
@techreport{tech, author = {Clerk, A.}, title = {Numbers}, institution = {Bureau of Mines}, number = 12, year = 2003}
@online{site, title = {A page}, organization = {World Bank}, date = {2022-03-05}, urldate = {2023-01-02}, url = {https://worldbank.example/p\_1}}
@patent{patent, author = {Tesla, Nikola}, title = {A magnet}, number = {US1234567}, date = {1912-05-07}}
`;

export const CSL = JSON.stringify([
  {
    id: 'csl-article',
    type: 'article-journal',
    title: 'Ein Artikel',
    author: [{ family: 'Müller', given: 'Jürgen' }],
    'container-title': 'Chemie',
    volume: 12,
    page: '3–9',
    issued: { 'date-parts': [['2016', 4, 1]] },
    language: 'de-DE',
  },
  {
    id: 'csl-film',
    type: 'motion_picture',
    title: 'Koyaanisqatsi',
    director: [{ family: 'Reggio', given: 'Godfrey' }],
    publisher: 'IRE',
    issued: { raw: '1982' },
  },
  {
    id: 'csl-entry',
    type: 'entry-encyclopedia',
    title: 'Lanthanide',
    'container-title': 'Encyclopaedia Britannica',
    edition: '15',
    volume: '7',
    issued: { 'date-parts': [[1998]] },
  },
  {
    id: 'csl-map',
    type: 'map',
    title: '中国地质图',
    author: [{ literal: '地质出版社' }],
    'publisher-place': '北京',
    issued: { 'date-parts': [[2004]] },
  },
]);
