/** The model's types for `brief.config.yaml`, the configuration of all briefs below its folder. */

import type { RuleSetting } from '../../base/problem';
import type { LineIndex, Span } from '../../base/text';
import type { Citable } from '../../document/frontMatter/configSchema';
import type { SourceFolder, SourceText, StyleChoice, StyleFile } from '../../document/types/source';
import type { BibliographyFile, Field, FrontMatterError, RuleOverride, SourceDeclaration, UnknownKey } from '../types';

/** The name of the file, in any folder. */
export const CONFIG_NAME = 'brief.config.yaml';

/** Files in which other programs say which bibliographies a project has. Nothing is ever reported of them. */
export const PROJECT_NAMES: readonly string[] = [
  '_quarto.yml',
  '_quarto.yaml',
  '_bookdown.yml',
  'index.Rmd',
  'index.qmd',
  'myst.yml',
];

/** What a configuration says. Spans are UTF-16 offsets of its text. */
export interface Config {
  /** Severity, or `off`, by rule. */
  readonly rules: readonly RuleOverride[];
  /** What must be cited; null where it does not say. */
  readonly mustCite: readonly Citable[] | null;
  /** Headings of sections in which nothing must be cited, besides those that everybody has. */
  readonly exemptSections: readonly string[];
  /** Globs of the Markdown files that are briefs, relative to its folder. */
  readonly include: readonly Field[];
  /** Paths of bibliographies that every brief may cite, relative to its folder. */
  readonly bibliography: readonly Field[];
  /** How the sources of briefs are listed, where they do not say. */
  readonly style: Field | null;
  /** Sources that every brief may cite. */
  readonly sources: readonly SourceDeclaration[];
  /** Where `sources` is the path of a file that holds them, or of a folder with a file for each. */
  readonly library: Field | null;
  /** The path of the file with the problems that are known, relative to its folder. */
  readonly baseline: Field | null;
  /** YAML and schema errors, on the node that is wrong. */
  readonly errors: readonly FrontMatterError[];
  readonly unknownKeys: readonly UnknownKey[];
}

/** The bibliographies that files of other programs name for a project. */
export interface Project {
  /** The URI of the folder that their paths are relative to. */
  readonly folder: string;
  readonly bibliography: readonly BibliographyFile[];
}

/**
 * Problems of one file, which a baseline has: how many there are with each key. A key is the code of a rule, a space, and
 * a fingerprint of the text that the rule speaks of.
 */
export type KnownProblems = ReadonlyMap<string, number>;

/** By path, relative to the folder of the baseline, with `/` between its parts. */
export type KnownByPath = ReadonlyMap<string, KnownProblems>;

/** The file that `baseline` names. */
export interface BaselineFile {
  /** As the configuration writes it. */
  readonly path: string;
  /** Null where it could not be read. */
  readonly text: string | null;
  readonly files: KnownByPath;
  /** Why it could not be read: a sentence. */
  readonly unreadable?: string;
  /** It is not there: nothing is known yet. */
  readonly missing: boolean;
}

/** A configuration with its file and the files that it names, as far as they could be read. */
export interface ConfigFile {
  /** Where there is a project alone, the file that would be in its folder. */
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly config: Config;
  /** Why it could not be read: a sentence. It then says nothing. */
  readonly unreadable?: string;
  /** There is a project alone. */
  readonly isMissing?: boolean;
  readonly bibliography: readonly BibliographyFile[];
  /** The file that `sources` names. */
  readonly library: BibliographyFile | null;
  /** The folder that `sources` names. */
  readonly folder?: SourceFolder | null;
  /** The local copies of the library's sources. */
  readonly texts: readonly SourceText[];
  /** The file that `style` names. */
  readonly style?: StyleFile | null;
  /** The file that `baseline` names. */
  readonly baseline?: BaselineFile | null;
  /** The project of another program that its briefs are in. */
  readonly project?: Project | null;
}

/** What a brief takes from its workspace. */
export interface Workspace {
  readonly exemptSections: readonly string[];
  /** It turns `citation/missing` off: a missing citation is meant. */
  readonly excused: boolean;
  /** Sources that it may cite and need not. */
  readonly bibliography: readonly BibliographyFile[];
  readonly texts: readonly SourceText[];
  /** How its sources are listed, where it does not say. */
  readonly style?: StyleChoice;
  /** The folder that keeps a file for each source, among those of `bibliography`. */
  readonly library?: SourceFolder;
}

/** Whether the path that `sources` names is that of a folder: it ends with a slash, or has no extension. */
export function isFolderPath(path: string): boolean {
  return !/[^/]\.[^./]+$/.test(path);
}

/**
 * The severity, or `off`, that a configuration gives to rules. What must be cited is a matter of rules too: of each
 * thing that can be asked to have a citation, one rule speaks. What `rules` says of such a rule counts more.
 */
export function ruleSettingsOf({ rules, mustCite }: Config): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  if (mustCite) {
    if (!mustCite.includes('insight')) settings.set('citation/missing', 'off');
    if (!mustCite.includes('figure')) settings.set('figure/uncited', 'off');
    if (mustCite.includes('sentence')) settings.set('citation/missing-in-sentence', 'warning');
  }
  for (const { code, setting } of rules) settings.set(code.value, setting.value);
  return settings;
}

/** What a configuration gives to the briefs below its folder. */
export function workspaceOf(file: ConfigFile): Workspace {
  const { uri, lines, config, bibliography, library, folder, texts, style = null, project } = file;
  const declarations = asShared(config.sources, uri);
  const own = declarations.length > 0 ? [{ path: CONFIG_NAME, uri, lines, declarations, errors: [] }] : [];
  return {
    exemptSections: config.exemptSections,
    excused: ruleSettingsOf(config).get('citation/missing') === 'off',
    bibliography: [
      ...own,
      ...(library ? [library] : []),
      ...(folder?.files.filter(({ twin }) => !twin) ?? []),
      ...bibliography,
      ...(project?.bibliography ?? []),
    ],
    texts,
    ...(config.style ? { style: { name: config.style.value, file: style } } : {}),
    ...(folder && folder.unreadable === undefined ? { library: folder } : {}),
  };
}

/** Sources of a file that many briefs share: like those of a bibliography they need not be cited. */
export function asShared(sources: readonly SourceDeclaration[], uri: string): SourceDeclaration[] {
  return sources.map((source) => ({
    ...source,
    uri,
    declaredIn: 'bibliography',
    quotes: source.quotes.map((quote) => ({ ...quote, uri })),
  }));
}

/** The whole of a text, for what is wrong with all of it: its first line. */
export function firstLineOf({ lines }: ConfigFile): Span {
  return { start: 0, end: lines.endOf(0) };
}
