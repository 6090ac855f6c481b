/** Weights in log-odds, written by `npm run habit`: by how much each feature makes it likelier that an author cites an insight. */

/** An insight with more than that is missed its citation. */
export const THRESHOLD = 1.06;
export const START = -0.72;

export const WORDS = {
  stating: 0.28,
  weight: 0.1,
  quotes: 0.34,
};

export const AROUND = {
  aboveThree: 0.32,
  belowThree: 0.22,
  nearby: 0.07,
  until: -0.24,
  siblings: 0.31,
  sectionShape: 0.32,
  sections: 0.2,
  noSection: -0.39,
  size: 0.38,
  longer: 0.5,
  place: 0.27,
  label: 0.72,
};
