import { isStylePath } from '../../base/styleNames';
import type { TextEdit } from '../../base/text';
import { decoded } from '../../base/urls';
import { linkTargetsOf } from '../../brief/queries/targets';
import type { Brief, Field } from '../../brief/types';
import { quoteText } from '../../document/frontMatter/slips';
import { fitsInYaml } from '../../rules/fixes/yamlWords';

/** A path that a brief names, as written and decoded. */
export interface NamedPath {
  /** The path as written; in a link of the body, without the fragment and the query. */
  readonly field: Field;
  /** Relative to the folder of the brief, with `/` and without escapes. */
  readonly path: string;
  /** A value of YAML, or the target of a link or an image in the body. */
  readonly where: 'front-matter' | 'body';
}

/**
 * The paths that a brief names: bibliographies, styles, local copies, data, images, and the targets of its links.
 */
export function namedPaths(brief: Brief): NamedPath[] {
  const { frontMatter, figures } = brief;
  const inYaml = [
    ...(frontMatter?.bibliography ?? []),
    ...(frontMatter?.style && isStylePath(frontMatter.style.value) ? [frontMatter.style] : []),
    ...(frontMatter?.sources.flatMap(({ textPath }) => textPath ?? []) ?? []),
    ...figures.flatMap(({ content }) => {
      if (content?.kind === 'image') return content.path;
      return content?.kind === 'data' && 'path' in content.data ? content.data.path : [];
    }),
  ];
  const paths = inYaml.map((field): NamedPath => ({ field, path: field.value, where: 'front-matter' }));
  for (const { target } of linkTargetsOf(brief)) {
    const value = /^[^?#]*/.exec(target.value)?.[0] ?? '';
    if (value === '' || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(value)) continue;
    const field = { value, span: { start: target.span.start, end: target.span.start + value.length } };
    paths.push({ field, path: decoded(value), where: 'body' });
  }
  return paths;
}

/**
 * Edits that make a brief name its files by other paths.
 *
 * @param moved the new path of a file, relative to the new folder of the brief; null if it stays as it is
 * @returns no edit for a path that can't be written there: front matter names nothing above its folder
 */
export function movedPathEdits(brief: Brief, moved: (path: string) => string | null): TextEdit[] {
  return namedPaths(brief).flatMap(({ field, path, where }): TextEdit[] => {
    const now = moved(path);
    if (now === null || now === path) return [];
    const { span } = field;
    if (where === 'body') return [{ span, newText: asTarget(now, brief.text[span.start - 1] === '<') }];
    if (now.startsWith('../')) return [];
    if (fitsInYaml(brief, span, span, now)) return [{ span, newText: now }];
    return /["']/.test(brief.text[span.start - 1] ?? '') ? [] : [{ span, newText: quoteText(now) }];
  });
}

/** A path as the target of a link (CommonMark 0.31, "Links"): in angle brackets it may have spaces. */
function asTarget(path: string, bracketed: boolean): string {
  return bracketed ? path.replace(/[<>\n%?#]/g, encodeURIComponent) : path.replace(/[\s()<>%?#\\]/g, encode);
}

/** Encodes a character, parentheses too, which `encodeURIComponent` leaves alone. */
function encode(character: string): string {
  return character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character);
}
