/** What is measured of each kind of pathological text: the functions that the product calls for it, on it. */
import { chartRequests, checkBrief, type Given, parseBrief, renderBrief } from '../../src/core';
import { readConfig } from '../../src/core/brief/config/readConfig';
import { TOO_MANY_FORMULAS, weighFormulas } from '../../src/core/checking';
import { importText } from '../../src/core/importing/importText';
import { BIBLIOGRAPHY, DATA, type FileKind, LOCAL_COPY } from '../../src/files/named/namedFileKinds';
import { markdownOfHtml } from '../../src/formats';
import { writeFormula } from '../../src/math';
import type { MakeText } from './makeText';
import {
  BIBLIOGRAPHIES,
  CONFIGURATIONS,
  DATA_FILES,
  FORMULA_TEXTS,
  IMPORTED_TEXTS,
  LOCAL_COPIES,
  PASTED,
} from './pathologicalFiles';
import { BRIEFS } from './pathologicalTexts';

/** Does the work, and tells after each way of it what that was. */
export type Work = (text: string, done: (way: string) => void) => Promise<void> | void;

export interface Kind {
  readonly make: MakeText;
  readonly work: Work;
}

const shown = (text: string, files: Given, done: (way: string) => void) => {
  const brief = parseBrief(text, files);
  checkBrief(brief);
  done('check');
  renderBrief(brief, { writeFormula: writerFor(brief.text) });
  done('render');
};

/** As the product chooses it: where there are too many formulas, none is written. */
const writerFor = (text: string) => (weighFormulas(text) === 'too many' ? TOO_MANY_FORMULAS : writeFormula);

const onBrief: Work = (text, done) => shown(text, {}, done);

const WITH_DATA = (path: string) => `---
title: Ore
figures:
  - { id: f, chart: bar, x: a, y: b, data: ${path} }
  - { id: t, chart: table, data: ${path} }
---

Ore rose by 5% [1], as @fig:f and @fig:t show.
`;

const onData =
  (path: string): Work =>
  async (text, done) => {
    const file = await DATA.read(text, path, `file:///${path}`);
    done('read');
    const brief = parseBrief(WITH_DATA(path), { data: [file] });
    checkBrief(brief);
    chartRequests(brief);
    done('check');
    renderBrief(brief, { charts: null });
    done('render');
  };

const WITH_BIBLIOGRAPHY = (path: string) => `---
title: Ore
bibliography: ${path}
---

Ore rose by 5% [@k0], to 270,000 tonnes [@k1], or “ore a b c” [@k9]. [@zz]
`;

const WITH_COPY = (path: string) => `---
title: Ore
sources:
  - { id: 1, title: Ore, text: ${path} }
---

- Ore rose by 5% in 2024, to 270,000 tonnes from 1.5 million [1].
- “Ore rose by a half in the year before that” [1], as the words and words of all that [1].
- Of ore 5% and of all 6% are 矿石产量增长 [1].
- Ore is dug in the north, where it is cold.
`;

/** A file is read, and then shown in a brief that names it. */
const onFile =
  <T>(kind: FileKind<T>, around: (path: string) => string, filesOf: (file: T) => Given) =>
  (path: string): Work =>
  async (text, done) => {
    const file = await kind.read(text, path, `file:///${path}`);
    done('read');
    shown(around(path), filesOf(file), done);
  };

const onBibliography = onFile(BIBLIOGRAPHY, WITH_BIBLIOGRAPHY, (file) => ({ bibliography: [file] }));
const onCopy = onFile(LOCAL_COPY, WITH_COPY, (file) => ({ texts: [file] }));

const onFormulas: Work = (text, done) => {
  const brief = parseBrief(
    text
      .split('\n')
      .map((formula) => `$$\n${formula}\n$$\n`)
      .join('\n'),
  );
  done('read');
  renderBrief(brief, { writeFormula: writerFor(brief.text) });
  done('render');
};

const alone =
  (read: (text: string) => unknown): Work =>
  (text, done) => {
    read(text);
    done('read');
  };

const inFiles = (files: typeof LOCAL_COPIES, work: (path: string) => Work) =>
  Object.entries(files).flatMap(([path, made]) =>
    made.map(([name, make]) => [name, { make, work: work(path) }] as const),
  );

const eachWith = (made: Iterable<readonly [string, MakeText]>, work: Work) =>
  Array.from(made, ([name, make]) => [name, { make, work }] as const);

/** Kinds of pathological texts by their names: what they are, and what is the matter with them. */
export const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...eachWith(BRIEFS, onBrief),
  ...inFiles(DATA_FILES, onData),
  ...inFiles(BIBLIOGRAPHIES, onBibliography),
  ...inFiles(LOCAL_COPIES, onCopy),
  ...eachWith(FORMULA_TEXTS, onFormulas),
  ...eachWith(CONFIGURATIONS, alone(readConfig)),
  ...eachWith(PASTED, alone(markdownOfHtml)),
  ...eachWith(IMPORTED_TEXTS, alone(importText)),
]);
