/** The files that generated briefs name, as a program reads them. */
import fc from 'fast-check';
import type { Given } from '../../../src/core';
import { workspaceOf } from '../../../src/core';
import { BIBLIOGRAPHY, configText, DATA, LOCAL_COPY } from '../../../src/files/named/namedFileKinds';

const FOLDER = 'file:///briefs/';

/** By their paths in the folder of the brief. */
export const NAMED_FILES: Readonly<Record<string, string>> = {
  'a.bib':
    '@article{usgs-2024, title = {Mineral {C}ommodities}, author = {Doe, J. and Roe, R.}, year = 2024, url = {https://a.example/x}}\n@book{k2, title = "Two"}\n@broken{',
  'b.json':
    '[{ "id": "7", "title": "Seven", "issued": { "date-parts": [[2023, 5]] } }, { "id": "__proto__", "type": "book" }]',
  'c.yaml': 'references:\n  - id: doe:a.b\n    title: Energy\n    URL: https://e.example/\n',
  'sources/a.txt':
    'China holds 90% of the smelting capacity in 2023.\n\nThe sea was calm, worth $500 million.\n\n  Year  Share\n  2020  1.5\n',
  'sources/b.md': '# Report\n\nOutput *fell* by 3% in 2024. [x](y)\n\n| a | b |\n| - | - |\n| ore | 270,000 tonnes |\n',
  'sources/c.html': '<h1>A</h1><p>It rose to 1,234,567 &mdash; “few others have any”.<table><tr><td>2020<td>48</table>',
  'data/rows.csv': 'year,share,s\n2020,1.5,a\n2021,,b\n"20""22",x,c\n',
};

const read = (path: string) => NAMED_FILES[path] ?? '';
const uriOf = (path: string) => `${FOLDER}${path}`;

/** All of them, for `parseBrief`. */
export const NAMED: Pick<Given, 'bibliography' | 'texts' | 'data'> = {
  bibliography: await Promise.all(
    ['a.bib', 'b.json', 'c.yaml'].map((path) => BIBLIOGRAPHY.read(read(path), path, uriOf(path))),
  ),
  texts: [
    ...(await Promise.all(
      ['sources/a.txt', 'sources/b.md', 'sources/c.html'].map((path) => LOCAL_COPY.read(read(path), path, uriOf(path))),
    )),
    LOCAL_COPY.unread('../x.txt', 'It lies outside.'),
  ],
  data: [
    await DATA.read(read('data/rows.csv'), 'data/rows.csv', uriOf('data/rows.csv')),
    DATA.unread('../x.csv', 'It lies outside.'),
  ],
};

const CONFIG = 'exempt-sections: [Method]\nsources:\n  - { id: shared, title: Shared, quote: 48 of 90% }\n';

/** How a brief may be read: without files while they load, with them, and with what a configuration gives it. */
export const CIRCUMSTANCES = {
  alone: {},
  'with its files': NAMED,
  'in a workspace': {
    ...NAMED,
    workspace: workspaceOf({
      ...configText(CONFIG),
      uri: `${FOLDER}brief.config.yaml`,
      bibliography: [],
      library: null,
      texts: [],
    }),
  },
} satisfies Readonly<Record<string, Given>>;
export type Circumstance = keyof typeof CIRCUMSTANCES;

/** By name, so that what fails can be read. */
export const circumstance: fc.Arbitrary<Circumstance> = fc.constantFrom('alone', 'with its files', 'in a workspace');
