import {
  globError,
  isStyleName,
  MOST_GLOBS,
  RULES,
  type RuleSetting,
  SEVERITIES,
  type Severity,
  STYLE_NAMES,
} from '../core/checking';
import { isRecord, part } from './part';
import { isReviewer } from './protocol';

/** The user's settings, without anything unknown. */
export interface Settings {
  /** Severity, or `off`, by rule. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Globs of the Markdown files that are briefs, relative to each folder that is open. */
  readonly include: readonly string[];
  /** True if hints are among the problems of briefs. */
  readonly showHints: boolean;
  /** The citations that are followed by a hint with their source. */
  readonly citationHints: CitationHints;
  /** True shows above each source how often it is cited. */
  readonly sourceLenses: boolean;
  /** The style of lists of sources, if neither a brief nor its configuration names one: one of `STYLE_NAMES`. */
  readonly bibliographyStyle: string;
  /** The initials for review marks; empty if they aren't set. */
  readonly reviewer: string;
}

export const CITATION_HINTS = ['off', 'first', 'all'] as const;
export type CitationHints = (typeof CITATION_HINTS)[number];

export const DEFAULT_SETTINGS: Settings = {
  rules: new Map(),
  include: [],
  showHints: true,
  citationHints: 'first',
  sourceLenses: false,
  bibliographyStyle: 'compact',
  reviewer: '',
};

/**
 * Reads the value of the setting `brief`, which may be anything at all.
 *
 * @returns the settings, and for each part that was left out a line that says why.
 */
export function readSettings(value: unknown): { readonly settings: Settings; readonly warnings: readonly string[] } {
  const rules = new Map<string, RuleSetting>();
  const warnings: string[] = [];
  const written = part(value, 'rules');
  if (written !== undefined && written !== null && !isRecord(written))
    warnings.push('The setting brief.rules must be an object such as { "citation/order": "off" }.');
  for (const [code, setting] of Object.entries(isRecord(written) ? written : {})) {
    if (!RULES.some((rule) => rule.code === code)) warnings.push(`The setting brief.rules names no rule: ${code}.`);
    else if (isRuleSetting(setting)) rules.set(code, setting);
    else
      warnings.push(`The setting brief.rules must give ${code} one of: off, ${[...SEVERITIES].reverse().join(', ')}.`);
  }
  return {
    settings: {
      rules,
      include: includeOf(value, warnings),
      showHints: showHintsOf(value, warnings),
      citationHints: citationHintsOf(value, warnings),
      sourceLenses: sourceLensesOf(value, warnings),
      bibliographyStyle: bibliographyStyleOf(value, warnings),
      reviewer: reviewerOf(value, warnings),
    },
    warnings,
  };
}

/** The mildest severity of problems that are shown. */
export function leastShown({ showHints }: Settings): Severity {
  return showHints ? 'hint' : 'information';
}

function showHintsOf(value: unknown, warnings: string[]): boolean {
  const written = part(value, 'showHints') ?? DEFAULT_SETTINGS.showHints;
  if (typeof written === 'boolean') return written;
  warnings.push('The setting brief.showHints must be true or false.');
  return DEFAULT_SETTINGS.showHints;
}

function citationHintsOf(value: unknown, warnings: string[]): CitationHints {
  const written = part(part(value, 'inlayHints'), 'citations') ?? DEFAULT_SETTINGS.citationHints;
  const hints = CITATION_HINTS.find((known) => known === written);
  if (hints === undefined)
    warnings.push(`The setting brief.inlayHints.citations must be one of: ${CITATION_HINTS.join(', ')}.`);
  return hints ?? DEFAULT_SETTINGS.citationHints;
}

function sourceLensesOf(value: unknown, warnings: string[]): boolean {
  const written = part(part(value, 'codeLens'), 'sources') ?? DEFAULT_SETTINGS.sourceLenses;
  if (typeof written === 'boolean') return written;
  warnings.push('The setting brief.codeLens.sources must be true or false.');
  return DEFAULT_SETTINGS.sourceLenses;
}

function bibliographyStyleOf(value: unknown, warnings: string[]): string {
  const written = part(value, 'bibliographyStyle') ?? DEFAULT_SETTINGS.bibliographyStyle;
  if (typeof written === 'string' && isStyleName(written)) return written;
  warnings.push(`The setting brief.bibliographyStyle must be one of: ${STYLE_NAMES.join(', ')}.`);
  return DEFAULT_SETTINGS.bibliographyStyle;
}

function reviewerOf(value: unknown, warnings: string[]): string {
  const written = part(value, 'reviewer') ?? '';
  if (written === '' || (typeof written === 'string' && isReviewer(written))) return written;
  warnings.push('The setting brief.reviewer must be initials such as AZ: one word of letters and digits.');
  return '';
}

function includeOf(value: unknown, warnings: string[]): string[] {
  const written = part(value, 'include');
  if (written === undefined || written === null) return [];
  if (!Array.isArray(written)) {
    warnings.push('The setting brief.include must be a list of globs such as ["reports/**/*.md"].');
    return [];
  }
  const globs: string[] = [];
  for (const glob of written.slice(0, MOST_GLOBS)) {
    const error = typeof glob === 'string' ? globError(glob) : 'A glob is a text.';
    if (error !== null) warnings.push(`The setting brief.include has an error: ${error}`);
    else globs.push(String(glob));
  }
  return globs;
}

function isRuleSetting(value: unknown): value is RuleSetting {
  return value === 'off' || SEVERITIES.some((severity) => severity === value);
}
