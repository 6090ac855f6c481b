/** Weights in log-odds, written by `npm run habit`: by how much each feature makes it likelier that an author cites an insight. */

/** An insight with more than that is missed its citation. */
export const THRESHOLD = 1.162;
export const START = -1.558;

export const WORDS = {
  short: 0.212,
  long: -0.103,
  sentences: 0.135,
  stating: 0.484,
  weight: 0.142,
  item: 0.559,
  quotes: 0.44,
  own: -1.141,
};

export const AROUND = {
  aboveThree: 0.217,
  belowThree: 0.074,
  nearby: 0.084,
  until: -0.27,
  siblings: 0.426,
  sectionShape: 0.443,
  sectionUncited: 0.197,
  sections: 0.19,
  noSection: -0.689,
  size: 0.346,
  longer: 0.459,
  place: 0.304,
  label: 1.314,
  labelled: 0.734,
};
