/** Briefs with a hostile text in each place that a brief, or a file that it names, has for one. */

import { indexLines } from '../../src/core/base/text';
import { type Workspace, workspaceOf } from '../../src/core/brief/config/config';
import { readConfig } from '../../src/core/brief/config/readConfig';
import type { BibliographyFile, DataFile, SourceText } from '../../src/core/brief/types';
import { readBibliography, readDocument } from '../../src/formats';
import { readRows } from '../../src/formats/rows';

/** A brief with what was read of the files around it. */
export interface HostileBrief {
  readonly text: string;
  readonly bibliography?: readonly BibliographyFile[];
  readonly texts?: readonly SourceText[];
  readonly data?: readonly DataFile[];
  readonly workspace?: Workspace;
}

/** Places of the body, each of which stands between blank lines. */
export const BODY: Readonly<Record<string, (text: string) => string>> = {
  paragraph: (text) => `Words ${text} and 7 more. [1]`,
  'start of a line': (text) => text,
  heading: (text) => `## ${flat(text)}`,
  item: (text) => `- A claim of 12 things ${text} [1]`,
  'nested item': (text) => `- a\n  - ${flat(text)}`,
  quotation: (text) => `> ${flat(text)}`,
  alert: (text) => `> [!NOTE]\n> ${flat(text)}`,
  cell: (text) => `| a | ${flat(text)} |\n| - | - |\n| ${flat(text)} | b |`,
  code: (text) => `\`\`\`\n${text}\n\`\`\``,
  'code in a line': (text) => `\`\` ${flat(text)} \`\``,
  'block of HTML': (text) => `<div>\n${text}\n</div>`,
  'attribute of HTML': (text) =>
    `A <span title="${flat(text)}" class=${flat(text)}>b</span> <img src="${flat(text)}" alt='${flat(text)}'>`,
  'element around Markdown': (text) => `<details>\n<summary>${text}</summary>\n\nWords ${text}\n\n</details>`,
  'hidden element': (text) => `A <span style="display:none">${flat(text)}</span> b`,
  'name of a language': (text) => `\`\`\`${flat(text)}\nx\n\`\`\``,
  'text of a link': (text) => `[${text}](https://example.org/a)`,
  'address of a link': (text) => `[x](${text})`,
  'address in brackets': (text) => `[x](<${flat(text)}>)`,
  'title of a link': (text) => `[x](https://example.org/b "${flat(text)}")`,
  'link by reference': (text) => `[x][h]\n\n[h]: ${flat(text)} "${flat(text)}"`,
  'bare link': (text) => `see <${text}> and ${text} there`,
  'words of an image': (text) => `![${text}](a.png)`,
  'address of an image': (text) => `![x](${text})`,
  'address of an image in brackets': (text) => `![x](<${flat(text)}> "${flat(text)}")`,
  'image by reference': (text) => `![x][i]\n\n[i]: <${flat(text)}>`,
  citation: (text) => `A claim of 9 parts [${text}] and [@${text}] and [1, ${text}].`,
  figure: (text) => `See @fig:${text} and {{${text}}} and [9]{{${text}}}.`,
  footnote: (text) => `Note[^n${text}].\n\n[^n${text}]: ${flat(text)}`,
  comment: (text) => `<!-- ${text} -->\n\nA claim of 9. <!-- brief: off ${text} -->`,
  'comment of a person': (text) =>
    `A claim of 14. {>>${flat(text)} @{${flat(text)}} 2026-11-28<<} {>>${flat(text)} @AZ 2026-11-29 resolved<<}`,
  suppression: (text) => `<!-- brief-disable-next-line ${flat(text)} -- ${flat(text)} -->\nA claim of 11 parts.`,
  emphasis: (text) => `**${text}** _${text}_ ~~${text}~~ <sub>${text}</sub> <b>${text}`,
  formula: (text) => `$${flat(text)}$ and $$${flat(text)}$$`,
  task: (text) => `- [ ] ${flat(text)}`,
  slip: (text) => `【4†${text}】 contentReference[oaicite:${text}] [own ${text}]`,
  fence: (text) => `\`\`\`figure\nid: ${flat(text)}\n${flat(text)}: ${flat(text)}\n\`\`\``,
};

/** All places of the body, the front matter and the files, with each of some texts in each. */
export async function everywhere(texts: readonly string[]): Promise<HostileBrief> {
  const quoted = texts.map((text) => JSON.stringify(text));
  const [q = '""'] = quoted;
  const each = (write: (text: string, index: number) => string) => quoted.map(write).join('');
  const head = `title: ${q}
subtitle: ${JSON.stringify(texts.join(' '))}
publisher: ${q}
url: ${q}
authors: [${quoted.join(', ')}]
published: ${q}
updated: ${q}
summary: ${JSON.stringify(texts.join('\n\n'))}
tags: [${quoted.join(', ')}]
language: en
bibliography: [refs.bib, refs.json]
sources:
  - { id: 1, title: One, text: copy.html, quote: [${each((text) => `{ text: ${text}, page: ${text} }, `)}] }
${each(
  (
    text,
    i,
  ) => `  - { id: s${i}, title: ${text}, publisher: ${text}, authors: [${text}], published: ${text}, url: ${text}, doi: ${text}, language: ${text} }
  - { id: ${text}, title: ${text}, doi: ${text} }
`,
)}figures:
${each(
  (
    text,
    i,
  ) => `  - { id: ${text}, value: ${text}, unit: ${text}, title: ${text}, caption: ${text}, as-of: ${text}, cites: [1, ${text}] }
  - { id: picture${i}, image: ${text}, alt: ${text}, title: ${text}, caption: ${text}, own: true }
  - { id: bad${i}, chart: line, x: ${text}, y: ${text}, data: ${text} }
`,
)}  - { id: rows, chart: bar, x: ${q}, y: n, series: s, title: ${q}, data: [${each((text) => `{ ${q}: ${text}, n: 1, s: ${text} }, `)}], cites: [1] }
  - { id: file, chart: line, x: a, y: b, title: T, data: rows.csv, own: true }
  - { id: json, chart: table, title: T, data: rows.json, own: true }
  - { id: spec, title: T, own: true, vega-lite: { title: ${q}, description: ${q}, mark: { type: text, href: ${q}, url: ${q}, tooltip: ${q} }, data: { values: [${each((text) => `{ a: ${text}, b: 1 }, `)}] }, encoding: { x: { field: a, type: nominal, title: ${q} }, y: { field: b, type: quantitative }, text: { field: a, type: nominal }, color: { value: ${q} }, href: { field: a, type: nominal }, url: { field: a, type: nominal } } } }
${each((text) => `${text}: ${text}\n`)}`;
  const mentions = texts.map((_, i) => `@fig:picture${i} @fig:bad${i} [@key${i}] [@entry${i}] [@shared${i}] [@s${i}]`);
  const body = texts.flatMap((text) => Object.values(BODY).map((place) => place(text)));
  const data = [
    ['rows.csv', `a,b\n${texts.map((text) => `${csv(text)},1\n`).join('')}`],
    ['rows.json', JSON.stringify(texts.map((text) => ({ [texts[0] ?? 'a']: text })))],
  ] as const;
  return {
    text: `---\n${head}---\n\nSee @fig:rows, @fig:file, @fig:json, @fig:spec ${mentions.join(' ')}.\n\n${body.join('\n\n')}\n`,
    bibliography: await bibliographies(texts),
    texts: [copyOf(texts)],
    data: data.flatMap(([path, content]) => {
      const read = readRows(content, path);
      return 'rows' in read ? [{ path, columns: read.columns, rows: read.rows }] : [];
    }),
    workspace: workspaceWith(quoted),
  };
}

/** One place of the body alone, so that what stands in it hides nothing else. */
export function only(place: string, text: string): HostileBrief {
  return { text: `---\ntitle: T\nsources: [{ id: 1, title: S }]\n---\n\n${BODY[place]?.(text) ?? ''}\n` };
}

async function bibliographies(texts: readonly string[]): Promise<BibliographyFile[]> {
  const entry = (text: string, i: number) => {
    const bare = text.replace(/[{}\\]/g, '');
    return `@article{key${i}, title = {${bare}}, author = {${bare}}, journal = {${bare}}, url = {${bare}}, doi = {${bare}}, year = {${bare}}, note = {${bare}}}\n`;
  };
  const files = {
    'refs.bib': texts.map(entry).join(''),
    'refs.json': JSON.stringify(
      texts.flatMap((text, i) => [
        {
          id: `entry${i}`,
          title: text,
          author: [{ family: text, given: text }],
          publisher: text,
          URL: text,
          DOI: text,
        },
        { id: text, title: text },
      ]),
    ),
  };
  return Promise.all(
    Object.entries(files).map(async ([path, content]) => ({
      path,
      declarations: (await readBibliography(content, path)).declarations,
      errors: [],
    })),
  );
}

function copyOf(texts: readonly string[]): SourceText {
  const parts = texts.map((text) => `<p>${text}</p><p>12 things ${text}</p><table><tr><td>${text}<td>7</table>`);
  const read = readDocument(`<!doctype html>${parts.join('')}`, { path: 'copy.html', uri: 'file:///briefs/copy.html' });
  return { path: 'copy.html', passages: 'passages' in read ? read.passages : [] };
}

function workspaceWith(quoted: readonly string[]): Workspace {
  const sources = quoted.map(
    (text, i) =>
      `  - { id: shared${i}, title: ${text}, url: ${text}, quote: ${text} }\n  - { id: ${text}, title: ${text} }\n`,
  );
  const config = `exempt-sections: [${quoted.join(', ')}]\nsources:\n${sources.join('')}`;
  return workspaceOf({
    uri: 'file:///brief.config.yaml',
    text: config,
    lines: indexLines(config),
    config: readConfig(config),
    bibliography: [],
    library: null,
    texts: [],
  });
}

const flat = (text: string): string => text.replace(/[\r\n]/g, ' ');
const csv = (text: string): string => `"${text.replaceAll('"', '""')}"`;
