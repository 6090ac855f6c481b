import { say } from '../../base/say';
import { declarationAt } from '../../document/frontMatter/cachedEntries';
import { CITABLE, configSchema, MOST_GLOBS } from '../../document/frontMatter/configSchema';
import { append, type Findings, readEntry, textOf, textsOf } from '../../document/frontMatter/entry';
import { linesOf } from '../../document/frontMatter/lines';
import { readKeys } from '../../document/frontMatter/readKeys';
import { rulesOf } from '../../document/frontMatter/rules';
import { citeOfShared } from '../../document/frontMatter/sources';
import type { YamlMap } from '../../document/frontMatter/yaml/yamlTree';
import type { Field, FrontMatterError, SourceDeclaration, UnknownKey } from '../types';
import type { Config } from './config';
import { globError } from './glob';

/** The longest text that is read whole, in UTF-16 units. The rest is left out. */
const LONGEST = 1 << 20;

/**
 * Reads the text of a `brief.config.yaml`. Never throws: a wrong part becomes an error at its place, and all else is
 * read. All spans are UTF-16 offsets of `text`.
 */
export function readConfig(text: string): Config {
  const findings: Findings = { slice: ({ start, end }) => text.slice(start, end), errors: [], unknownKeys: [] };
  const whole = { start: 0, end: text.length };
  const { pairs, sources } = readKeys(text, linesOf(text, whole), 'configuration', isListOfSources, LONGEST, findings);
  const map: YamlMap = { kind: 'map', pairs, span: whole };
  const entry = readEntry('configuration', map, configSchema, { start: 0, end: 0 }, findings);
  if (text.length > LONGEST) {
    const message = say('The configuration is larger than 1 MB, and the rest is not read. Move sources to a file.');
    findings.errors.push({ span: { start: 0, end: text.search(/[\r\n]|$/) }, message });
  }
  const include = textsOf(entry, 'include').slice(0, MOST_GLOBS);
  append(findings.errors, include.flatMap(wrongGlob));
  const declarations = sources.map(({ origin, at }) => declarationAt(origin, at));
  append(findings.errors, declarations.flatMap(citeOfShared));
  const mustCite = textsOf(entry, 'must-cite').map(({ value }) => value);
  return {
    rules: rulesOf(entry),
    mustCite:
      entry.pairs.get('must-cite') && !entry.invalid.has('must-cite')
        ? CITABLE.filter((each) => mustCite.includes(each))
        : null,
    exemptSections: textsOf(entry, 'exempt-sections').map(({ value }) => value),
    include: include.filter((glob) => wrongGlob(glob).length === 0),
    bibliography: textsOf(entry, 'bibliography'),
    style: textOf(entry, 'style') ?? null,
    sources: declarations,
    library: textOf(entry, 'sources') ?? null,
    baseline: textOf(entry, 'baseline') ?? null,
    errors: inOrder(findings.errors),
    unknownKeys: inOrder(findings.unknownKeys),
  };
}

/** The sources of a library, and the errors in it. */
export interface Library {
  readonly sources: readonly SourceDeclaration[];
  readonly errors: readonly FrontMatterError[];
}

/** Reads a file that the `sources` of a configuration names: YAML with one key, `sources`. Never throws. */
export function readLibrary(text: string): Library {
  const { sources, library, errors, unknownKeys } = readConfig(text);
  const wrong: FrontMatterError[] = [...errors];
  for (const { span, key } of unknownKeys)
    wrong.push({ span, message: say('A library has only sources. Remove the key "{0}".', key) });
  if (sources.length === 0 && wrong.length === 0) {
    const span = library?.span ?? { start: 0, end: text.search(/[\r\n]|$/) };
    wrong.push({
      span,
      message: say('A library has a list of sources. Begin it with sources:, as in front matter.'),
    });
  }
  return { sources, errors: inOrder(wrong) };
}

/** True for `sources` with a list. A path on the line of `sources` names a file or a folder instead. */
function isListOfSources(key: string, inline: string): boolean {
  return key === 'sources' && (inline === '' || inline.startsWith('['));
}

function wrongGlob({ value, span }: Field): FrontMatterError[] {
  const message = globError(value);
  return message === null ? [] : [{ span, message }];
}

function inOrder<T extends FrontMatterError | UnknownKey>(found: readonly T[]): T[] {
  return found.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
