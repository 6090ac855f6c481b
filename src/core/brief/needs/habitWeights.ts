/** Weights in log-odds, written by `npm run habit`: by how much each feature makes it likelier that an author cites an insight. */

import type { Because } from './because';

/** An insight with more than that is missed its citation. */
export const THRESHOLD = 1.21;
export const START = -2.08;

export const WORDS = {
  words: 0.065,
  short: -0.215,
  long: 0.173,
  sentences: 0.173,
  stating: 0.355,
  weight: 0.158,
  item: 0.331,
  names: 0.154,
  quotes: 0.503,
  bold: 0.121,
};

export const REASONS: Readonly<Partial<Record<Because, number>>> = {
  'leads-on': -0.309,
  heading: -1.184,
  caption: -0.365,
  label: 0.461,
  'about-the-text': -0.987,
  question: -0.149,
  phrase: 0.768,
  'perhaps-phrase': 0.204,
  advised: 0.842,
  excused: -0.05,
  'states-nothing': 0.156,
  summary: -0.255,
  vague: 0.297,
  judgement: -1.249,
  advice: 0.081,
  'own-work': -0.86,
  'no-prose': -0.056,
  states: 0.043,
  amount: -0.001,
};

export const AROUND = {
  above: 0.276,
  aboveThree: -0.167,
  below: 0.115,
  belowThree: 0.444,
  few: 0.411,
  kind: 0.174,
  stating: 0.223,
  reason: 0.223,
  shape: 0.144,
  section: -0.098,
  sectionKind: 0.412,
  sectionShape: 0.248,
  sectionUncited: 0.179,
  sections: 0.282,
  siblings: 0.486,
  siblingsNone: 0.15,
  nested: 0.305,
  parentCited: -0.832,
  children: 1.007,
  childCited: -1.17,
  judges: -0.452,
  advises: -0.311,
  noSection: -0.737,
  subsection: 0.267,
};
