/** A summary of one article, whose numbers cite the passages of that: the article, and the brief that an import makes. */
import { readFileSync } from 'node:fs';
import { type Brief, indexLines, type Passage, parseBrief } from '../../src/core';
import { readDocument } from '../../src/formats';

export const ARTICLE = readFileSync('test/summary/article.txt', 'utf8');
/** As somebody pastes it. Two of its numbers stand in another passage than the cited one: 2002 and 30%. */
export const SUMMARY = readFileSync('test/summary/summary.txt', 'utf8');

const PATH = 'sources/article.txt';

/** The front matter of such a brief. */
export const HEAD = `---
title: Rare earths come home slowly
sources:
  - id: article
    title: Rare earths come home slowly
    publisher: The Weekly Assay
    published: 2025-08-06
    text: ${PATH}
    cite: passages
---
`;

const read = readDocument(ARTICLE, { path: PATH, uri: 'file:///sources/article.txt' });
export const PASSAGES: readonly Passage[] = 'passages' in read ? read.passages : [];

/** @param body what stands below the front matter */
export function summaryOf(body: string, passages: readonly Passage[] | null = PASSAGES): Brief {
  const texts = passages
    ? [{ path: PATH, passages, uri: 'file:///sources/article.txt', lines: indexLines(ARTICLE) }]
    : [];
  return parseBrief(`${HEAD}\n${body}\n`, { texts });
}
