/** Weights in log-odds, written by `npm run habit`: by how much each feature makes it likelier that an author cites an insight. */

/** An insight with more than that is missed its citation. */
export const THRESHOLD = 1.13;
export const START = -0.92;

export const WORDS = {
  stating: 0.33,
  weight: 0.11,
  quotes: 0.42,
  own: -1.25,
};

export const AROUND = {
  aboveThree: 0.36,
  belowThree: 0.24,
  nearby: 0.07,
  until: -0.25,
  siblings: 0.32,
  sectionShape: 0.3,
  sections: 0.19,
  noSection: -0.32,
  size: 0.33,
  longer: 0.44,
  place: 0.29,
  label: 0.69,
};
