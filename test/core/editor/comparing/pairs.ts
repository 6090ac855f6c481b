/** Two versions of a brief, made for the comparison: an edit with what must be told of it, or a rewording, of which nothing is. */
export interface Pair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** `number 12 → 13`: what one side has and the other has not; `–` for nothing. Empty for a rewording. */
  readonly told: readonly string[];
}

const SOURCES = {
  en: `
## Sources

[1] [Harbour report](https://example.org/harbour)
[2] [Grid survey](https://example.org/grid)
[3] [Labour bulletin](https://example.org/labour)
[4] [Water ledger](https://example.org/water)
[5] [Rail review](https://example.org/rail)
[6] [Crop notes](https://example.org/crops)
`,
  zh: `
## 来源

[1] [港口报告](https://example.org/gangkou)
[2] [电网调查](https://example.org/dianwang)
[3] [劳动公报](https://example.org/laodong)
[4] [水务账簿](https://example.org/shuiwu)
`,
  de: `
## Quellen

[1] [Hafenbericht](https://example.org/hafen)
[2] [Netzstudie](https://example.org/netz)
[3] [Arbeitsmarkt](https://example.org/arbeit)
`,
  fr: `
## Sources

[1] [Rapport portuaire](https://example.org/port)
[2] [Étude du réseau](https://example.org/reseau)
[3] [Bulletin du travail](https://example.org/travail)
`,
};

/** A pair of bodies that share the list of sources of their language. */
export function pair(
  language: keyof typeof SOURCES,
  name: string,
  before: string,
  after: string,
  told: readonly string[] = [],
): Pair {
  const whole = (body: string) => `---\nlanguage: ${language}\n---\n\n${body}\n${SOURCES[language]}`;
  return { name, before: whole(before), after: whole(after), told };
}
