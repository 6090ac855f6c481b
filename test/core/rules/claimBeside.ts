import { expectProblems, expectSilence } from './ruleTest';

/** A brief in which a claim cites passages of one source. */
export function claimBeside(claim: string, passages: readonly string[], language = languageOf(claim)): string {
  const quotes = passages.map((words) => `      - ${JSON.stringify(words)}`).join('\n');
  return `---\nlanguage: ${language}\nsources:\n  - id: 1\n    title: A\n    quote:\n${quotes}\n---\n\n${claim}\n`;
}

/** Of those that the tests are in; English where no word tells another. */
function languageOf(claim: string): string {
  const [language = 'en'] = SIGNS.find(([, sign]) => sign.test(claim)) ?? [];
  return language;
}

const SIGNS: readonly (readonly [language: string, sign: RegExp])[] = [
  ['de', /Umsatz|Zelt|Behörde/],
  ['fr', /ventes|tente/],
  ['es', /precio|tienda/],
  ['ja', /[ぁ-ん]/],
  ['zh', /[一-鿿]/],
];

export interface Underlined {
  readonly claim: string;
  readonly passage: string;
  /** Carets under the words of the claim. */
  readonly underline: string;
  /** A part of the message. */
  readonly says: string;
}

export function expectUnderlines(code: string, cases: readonly Underlined[]): void {
  for (const { claim, underline, says, passage } of cases)
    it(`underlines what the passage says otherwise: ${claim} beside ${passage.replaceAll('\n', ' ')}`, () => {
      expectProblems(code, `${claimBeside(claim, [passage]).trimEnd()}\n${underline} ${says}\n`);
    });
}

export function expectSilences(
  code: string,
  cases: readonly (readonly [claim: string, ...passages: string[]])[],
): void {
  for (const [claim, ...passages] of cases)
    it(`is silent about ${claim} beside ${passages.join(' ').replaceAll('\n', ' ')}`, () =>
      expectSilence(code, claimBeside(claim, passages)));
}
