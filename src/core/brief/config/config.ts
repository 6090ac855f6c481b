/** The model's types for `brief.config.yaml`, the configuration of all briefs below its folder. */

import type { RuleSetting } from '../../base/problem';
import type { LineIndex, Span } from '../../base/text';
import type { Citable, Demand } from '../../document/frontMatter/configSchema';
import type { SourceFolder, SourceText, StyleChoice, StyleFile } from '../../document/types/source';
import type { BibliographyFile, Field, FrontMatterError, RuleOverride, SourceDeclaration, UnknownKey } from '../types';

/** The name of the file, in any folder. */
export const CONFIG_NAME = 'brief.config.yaml';

/** Files in which other programs name the bibliographies of a project. Problems in these files are never reported. */
export const PROJECT_NAMES: readonly string[] = [
  '_quarto.yml',
  '_quarto.yaml',
  '_bookdown.yml',
  'index.Rmd',
  'index.qmd',
  'myst.yml',
];

/** The content of a configuration. Spans are UTF-16 offsets of its text. */
export interface Config {
  /** Severity, or `off`, by rule. */
  readonly rules: readonly RuleOverride[];
  /** Kinds of things that must be cited; null if the configuration doesn't say. */
  readonly mustCite: readonly Citable[] | null;
  /** Headings of sections in which nothing must be cited, besides the built-in ones. */
  readonly exemptSections: readonly string[];
  /** Globs of the Markdown files that are briefs, relative to its folder. */
  readonly include: readonly Field[];
  /** Paths of bibliographies that every brief may cite, relative to its folder. */
  readonly bibliography: readonly Field[];
  /** Style of the list of sources, for briefs that don't name one. */
  readonly style: Field | null;
  /** Sources that every brief may cite. */
  readonly sources: readonly SourceDeclaration[];
  /** The path in `sources`, if that isn't a list: of a file with the sources, or of a folder with a file for each. */
  readonly library: Field | null;
  /** The path of the file of accepted problems, relative to its folder. */
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
 * Problems of one file that a baseline accepts: the number of problems by their key. A key is the code of a rule, a space,
 * and a fingerprint of the text that the rule speaks of.
 */
export type KnownProblems = ReadonlyMap<string, number>;

/** Accepted problems by the path of their file, relative to the folder of the baseline, with `/` between its parts. */
export type KnownByPath = ReadonlyMap<string, KnownProblems>;

/** The file that `baseline` names. */
export interface BaselineFile {
  /** The path as the configuration writes it. */
  readonly path: string;
  /** The text of the file; null if it couldn't be read. */
  readonly text: string | null;
  readonly files: KnownByPath;
  /** The reason why it couldn't be read, as a sentence. */
  readonly unreadable?: string;
  /** True if there is no such file: no problems are accepted yet. */
  readonly missing: boolean;
}

/** A configuration with its file and the files that it names, as far as they could be read. */
export interface ConfigFile {
  /** URI of the file. With a project alone, the URI that a configuration in its folder would have. */
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly config: Config;
  /** The reason why it couldn't be read, as a sentence. Its configuration then says nothing. */
  readonly unreadable?: string;
  /** True if there is only a project, and no configuration. */
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

/** Settings and shared files that a brief takes from its workspace. */
export interface Workspace {
  readonly exemptSections: readonly string[];
  /** True if the configuration turns `citation/missing` off, so that missing citations are excused. */
  readonly excused: boolean;
  /** Which insights must be cited; `habit` if it doesn't say. */
  readonly demand?: Demand;
  /** Files of sources that it may cite, but need not. */
  readonly bibliography: readonly BibliographyFile[];
  readonly texts: readonly SourceText[];
  /** Style of its list of sources, if the brief doesn't name one. */
  readonly style?: StyleChoice;
  /** The folder with a file for each source. Its files are among `bibliography`. */
  readonly library?: SourceFolder;
}

/** True if the path in `sources` is the path of a folder: it ends with a slash, or has no extension. */
export function isFolderPath(path: string): boolean {
  return !/[^/]\.[^./]+$/.test(path);
}

/**
 * Returns the severity, or `off`, that a configuration gives to rules. `must-cite` sets rules too, as one rule asks each
 * kind of thing for a citation. A setting in `rules` wins.
 */
export function ruleSettingsOf({ rules, mustCite }: Config): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  if (mustCite) {
    if (!mustCite.some((each) => each === 'insight' || isDemand(each))) settings.set('citation/missing', 'off');
    if (!mustCite.includes('figure')) settings.set('figure/uncited', 'off');
    if (mustCite.includes('sentence')) settings.set('citation/missing-in-sentence', 'warning');
  }
  for (const { code, setting } of rules) settings.set(code.value, setting.value);
  return settings;
}

/** True for a word that tells which insights must be cited. Others name kinds of things. */
function isDemand(citable: Citable): citable is Demand {
  return citable !== 'insight' && citable !== 'sentence' && citable !== 'figure';
}

/** The first word in `must-cite` that tells which insights must be cited. */
function demandOf({ mustCite }: Config): Pick<Workspace, 'demand'> {
  const demand = mustCite?.find(isDemand);
  return demand ? { demand } : {};
}

/** Returns the settings and files that a configuration gives to the briefs below its folder. */
export function workspaceOf(file: ConfigFile): Workspace {
  const { uri, lines, config, bibliography, library, folder, texts, style = null, project } = file;
  const declarations = asShared(config.sources, uri);
  const own = declarations.length > 0 ? [{ path: CONFIG_NAME, uri, lines, declarations, errors: [] }] : [];
  return {
    exemptSections: config.exemptSections,
    excused: ruleSettingsOf(config).get('citation/missing') === 'off',
    ...demandOf(config),
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

/** Marks the sources of a file that many briefs share. Like the sources of a bibliography, they need not be cited. */
export function asShared(sources: readonly SourceDeclaration[], uri: string): SourceDeclaration[] {
  return sources.map((source) => ({
    ...source,
    uri,
    declaredIn: 'bibliography',
    quotes: source.quotes.map((quote) => ({ ...quote, uri })),
  }));
}

/** Returns the span of the first line, where problems of the whole file are shown. */
export function firstLineOf({ lines }: ConfigFile): Span {
  return { start: 0, end: lines.endOf(0) };
}
