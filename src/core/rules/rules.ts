import { invalid as invalidBibliography } from './bibliography/invalid';
import { emptySection } from './brief/emptySection';
import { frontMatter } from './brief/frontMatter';
import { limit } from './brief/limit';
import { noTitle } from './brief/noTitle';
import { unknownKey } from './brief/unknownKey';
import { unusedSuppression } from './brief/unusedSuppression';
import { artifact } from './citation/artifact';
import { duplicate } from './citation/duplicate';
import { inlineLink } from './citation/inlineLink';
import { malformed } from './citation/malformed';
import { missing } from './citation/missing';
import { missingInSentence } from './citation/missingInSentence';
import { needed } from './citation/needed';
import { none } from './citation/none';
import { order } from './citation/order';
import { style } from './citation/style';
import { unknownSource } from './citation/unknownSource';
import { opposite } from './claim/opposite';
import { invalid as invalidConfig } from './config/invalid';
import { badData } from './figure/badData';
import { conflict } from './figure/conflict';
import { duplicateId as duplicateFigureId } from './figure/duplicateId';
import { missingImage } from './figure/missingImage';
import { uncited } from './figure/uncited';
import { unknown as unknownFigure } from './figure/unknown';
import { bound } from './number/bound';
import { numberConflict } from './number/conflict';
import { notInSource as numberNotInSource } from './number/notInSource';
import { otherMeasure } from './number/otherMeasure';
import { otherPeriod } from './number/otherPeriod';
import { otherSubject } from './number/otherSubject';
import { numberWrongSum } from './number/wrongSum';
import { altered } from './quote/altered';
import { notInSource as quoteNotInSource } from './quote/notInSource';
import { otherSpeaker } from './quote/otherSpeaker';
import { stale } from './review/stale';
import { unclosedComment } from './review/unclosedComment';
import type { Rule } from './rule';
import { badUrl } from './source/badUrl';
import { duplicateId as duplicateSourceId } from './source/duplicateId';
import { incomplete } from './source/incomplete';
import { missingFile } from './source/missingFile';
import { shownNumber } from './source/shownNumber';
import { unused } from './source/unused';
import { wrongSum } from './table/wrongSum';
import { bidi } from './text/bidi';
import { confusableId } from './text/confusableId';
import { formula } from './text/formula';

/** Every rule, in the order in which problems at one place are listed. */
export const RULES: readonly Rule[] = [
  missing,
  none,
  missingInSentence,
  unknownSource,
  needed,
  malformed,
  artifact,
  duplicate,
  order,
  style,
  inlineLink,
  duplicateSourceId,
  shownNumber,
  unused,
  incomplete,
  badUrl,
  missingFile,
  invalidBibliography,
  uncited,
  unknownFigure,
  duplicateFigureId,
  badData,
  missingImage,
  conflict,
  numberNotInSource,
  numberConflict,
  numberWrongSum,
  otherSubject,
  otherPeriod,
  otherMeasure,
  bound,
  opposite,
  quoteNotInSource,
  altered,
  otherSpeaker,
  wrongSum,
  stale,
  unclosedComment,
  bidi,
  confusableId,
  formula,
  frontMatter,
  unknownKey,
  noTitle,
  emptySection,
  limit,
  unusedSuppression,
  invalidConfig,
];
