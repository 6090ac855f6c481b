/**
 * What the engine says to the rows of an evaluation (docs/evaluation.md), by the functions that `brief inspect` and
 * `brief suggest` call. Each row is one brief: its claim the text of the only insight, its passages local copies of the
 * sources. The claim is put in the model as it is, so that nothing of it is taken for the structure of a document.
 */

import { type Brief, parseBrief } from '../../src/core';
import type { LocalSpan } from '../../src/core/base/text';
import { textReaderOf } from '../../src/core/brief/needs/knownTexts';
import type { Origin } from '../../src/core/brief/types';
import { inside } from '../../src/core/document/moved';
import { suggestionsFor } from '../../src/core/editor/editing/suggestions';
import { evidenceOfOrigin } from '../../src/core/evidence/brief';
import type { QuantityKind } from '../../src/core/evidence/numbers';
import { readDocument } from '../../src/formats';

interface Row {
  readonly id: string;
}

/** A sentence or a few, as a writer types them. */
export interface TextRow extends Row {
  readonly text: string;
  /** A BCP 47 tag. */
  readonly lang: string;
}

/** A claim, and the passage that it is said to rest on. */
export interface GroundingRow extends Row {
  readonly claim: string;
  readonly claim_lang: string;
  readonly passage: string;
  readonly passage_lang: string;
}

/** A claim, and passages one of which it rests on. */
export interface RankingRow extends Row {
  readonly claim: string;
  readonly claim_lang: string;
  readonly passages: readonly string[];
  readonly passage_lang: string;
}

/** The name of each set, and what is predicted for one of its rows. */
export const PREDICTIONS = {
  claims: (row: TextRow) => ({ id: row.id, needs_citation: needsCitation(row) }),
  numbers: (row: TextRow) => ({ id: row.id, found: numbersOf(row) }),
  grounding: (row: GroundingRow) => ({ id: row.id, unsupported: unsupportedIn(row) }),
  ranking: (row: RankingRow) => ({ id: row.id, ranking: rankingFor(row) }),
} as const;

function needsCitation({ text, lang }: TextRow): boolean {
  return insightOf(text, lang, []).sentences.some((sentence) => sentence.needsCitation);
}

interface NumberFound {
  readonly value: number | string;
  readonly kind: QuantityKind;
  /** The first day of a date. */
  readonly start?: string;
}

/** A range counts as its two ends. */
function numbersOf({ text, lang }: TextRow): NumberFound[] {
  const { numbers } = evidenceOfOrigin(briefOf(lang, []), insightOf(text, lang, []));
  return numbers.flatMap(({ quantity }): NumberFound[] => {
    if (quantity.kind === 'date') {
      const { kind, value, first } = quantity;
      return [{ kind, value, ...(first !== null && { start: first }) }];
    }
    const { kind, low, high } = quantity;
    return (low === high ? [low] : [low, high]).map((value) => ({ kind, value }));
  });
}

function unsupportedIn({ claim, claim_lang, passage, passage_lang }: GroundingRow): string[] {
  const brief = briefOf(claim_lang, [{ text: passage, language: passage_lang }]);
  const { numbers } = evidenceOfOrigin(brief, insightOf(claim, claim_lang, [nameOf(0)]));
  return numbers
    .filter(({ verdict }) => verdict === 'notFound' || verdict === 'elsewhere')
    .map(({ quantity }) => quantity.surface);
}

/** The passages that share a term with the claim, likeliest first; `suggest` prints no others. */
function rankingFor({ claim, claim_lang, passages, passage_lang }: RankingRow): number[] {
  const brief = briefOf(
    claim_lang,
    passages.map((text) => ({ text, language: passage_lang })),
  );
  const limits = { most: passages.length, mostOfSource: 1 };
  return suggestionsFor(brief, insightOf(claim, claim_lang, []), limits).map(({ candidate: { source } }) =>
    Number(source.slice(1)),
  );
}

interface Document {
  readonly text: string;
  readonly language: string;
}

const nameOf = (index: number) => `s${index}`;

/** A brief with a source for each document. */
export function briefOf(language: string, documents: readonly Document[]): Brief {
  const entries = documents.map(
    ({ language }, i) => `  - { id: ${nameOf(i)}, language: ${language}, text: ${nameOf(i)}.txt }`,
  );
  const frontMatter = [
    '---',
    `language: ${language}`,
    ...(entries.length > 0 ? ['sources:', ...entries] : []),
    '---',
    '',
  ];
  const texts = documents.map(({ text }, i) => {
    const path = `${nameOf(i)}.txt`;
    const read = readDocument(text, { path, uri: `file:///${path}` });
    return { path, passages: 'passages' in read ? read.passages : [] };
  });
  return parseBrief(frontMatter.join('\n'), { texts });
}

export function insightOf(text: string, language: string, cites: readonly string[]): Origin {
  const sentences = textReaderOf({}, language).sentencesOf(text);
  const whole: LocalSpan = { start: 0, end: text.length };
  return {
    kind: 'paragraph',
    span: whole,
    text,
    section: null,
    sentences: sentences.map(({ span, weight }) => ({
      span: inside(span, whole),
      text: text.slice(span.start, span.end),
      cites,
      needsCitation: weight > 0,
      computed: false,
    })),
    citations: [],
    cites,
    citedVia: cites.length > 0 ? 'text' : null,
    wording: { odds: 0, size: 0, label: '' },
    isFragment: false,
    because: 'states',
    point: { start: 0, end: text.length },
    own: false,
    ownBySection: false,
    computed: false,
    review: null,
    comments: [],
    parent: null,
  };
}
