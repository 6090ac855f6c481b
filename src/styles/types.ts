/** Types of works in CSL: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */

const CSL_TYPES: ReadonlySet<string> = new Set(
  [
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset',
    'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation',
    'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical',
    'personal_communication post post-weblog regulation report review review-book software song speech standard thesis',
    'treaty webpage',
  ].flatMap((names) => names.split(' ')),
);

/** Names of types that people, BibTeX and other programs use, without spaces and signs. */
const WORDS: ReadonlyMap<string, string> = new Map(
  [
    'article-journal: journalarticle journal paper researcharticle study',
    'article-newspaper: news newspaper newspaperarticle newsarticle',
    'article-magazine: magazine magazinearticle',
    'article: preprint eprint workingpaper',
    'book: books monograph proceedings mvbook inproceedingsbook collection',
    'chapter: inbook incollection bookchapter suppbook bookinbook',
    'paper-conference: inproceedings conference conferencepaper',
    'thesis: phdthesis mastersthesis dissertation',
    'report: techreport technicalreport whitepaper brief manual pressrelease',
    'webpage: online web website webpage www electronic page',
    'post-weblog: blog blogpost weblog',
    'post: socialmedia tweet forum',
    'dataset: data database datasets statistics',
    'software: program code computerprogram',
    'legislation: law statute act',
    'legal_case: case jurisdiction',
    'motion_picture: film movie video',
    'broadcast: podcast radio tv television',
    'personal_communication: letter email personalcommunication',
    'manuscript: unpublished',
    'speech: presentation talk lecture',
    'standard: norm',
    'entry-encyclopedia: inreference encyclopedia reference',
    'document: misc other',
  ].flatMap((line) => {
    const [type = '', words = ''] = line.split(': ');
    return words.split(' ').map((word): [string, string] => [word, type]);
  }),
);

/** Types whose publisher is, to a style, the title of the whole that they are part of. */
const IN_A_WHOLE: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'broadcast',
  'chapter',
  'entry-dictionary',
  'entry-encyclopedia',
  'paper-conference',
  'post',
  'post-weblog',
  'webpage',
]);

/**
 * Returns the CSL type of a source. Without a known type, a source with a DOI is an article, one with an address a page, and
 * any other a document.
 *
 * @param written the source's `type`, or that of a BibTeX entry
 */
export function typeOf(
  written: string | undefined,
  { url, doi }: { readonly url: string | undefined; readonly doi: string | undefined },
): string {
  const given = written?.trim().toLowerCase() ?? '';
  const otherwise = doi ? 'article-journal' : url ? 'webpage' : 'document';
  if (CSL_TYPES.has(given)) return given;
  const meant = WORDS.get(given.replace(/[^a-z]/g, ''));
  return meant === undefined || meant === 'document' ? otherwise : meant;
}

export function isPeriodical(type: string): boolean {
  return IN_A_WHOLE.has(type);
}
