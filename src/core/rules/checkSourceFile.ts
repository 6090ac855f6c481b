import { asContent } from '../base/content';
import { quoted, shown } from '../base/messages';
import { once } from '../base/once';
import type { Finding, Problem } from '../base/problem';
import { say } from '../base/say';
import { keepModel, modelOf } from '../brief/model';
import { parseBrief } from '../brief/parseBrief';
import { mergeDeclarations } from '../brief/sources/declarations';
import { sourcesAsGiven } from '../brief/sources/linkedSources';
import type { Brief, SourceDeclaration, SourceFile } from '../brief/types';
import { frontMatter } from './brief/frontMatter';
import { unknownKey } from './brief/unknownKey';
import type { Rule } from './rule';
import { type CheckOptions, checkWith } from './run/checkBrief';
import { badUrl } from './source/badUrl';
import { duplicateId } from './source/duplicateId';
import { incomplete } from './source/incomplete';
import { missingFile } from './source/missingFile';
import { bidi } from './text/bidi';
import { confusableId } from './text/confusableId';

/**
 * Checks a file of a library folder by the rules that speak of what a source is, as if it stood in a front matter.
 *
 * @returns the problems in the order of its text, with spans in that text
 */
export function checkSourceFile(file: SourceFile, options: Pick<CheckOptions, 'rules' | 'ruleFailed'> = {}): Problem[] {
  const rules: Rule[] = [
    { ...duplicateId, check: () => twinOf(file) },
    incomplete,
    badUrl,
    { ...missingFile, check: () => unread(file) },
    bidi,
    confusableId,
    frontMatter,
    unknownKey,
  ];
  return checkWith(rules, briefOfSource(file), options);
}

function* twinOf({ twin, writtenId, declarations: [declared] }: SourceFile): Iterable<Finding> {
  const [first] = twin?.declarations ?? [];
  if (!twin || !first || !declared) return;
  const span = writtenId?.span ?? declared.idSpan;
  yield {
    span,
    message: say(
      'Source {0} is already declared in {1}. Give one of the two files another name and another id.',
      shown(declared.id),
      quoted(twin.path),
    ),
    related: [
      {
        message: say('{0} is declared here.', shown(declared.id)),
        span,
        elsewhere: { uri: twin.uri, range: twin.lines.rangeOf(first.idSpan) },
      },
    ],
  };
}

function* unread({ unreadable, copyUnreadable, declarations: [declared] }: SourceFile): Iterable<Finding> {
  if (unreadable !== undefined)
    yield { span: { start: 0, end: 0 }, message: say('This source was not read. {0}', unreadable) };
  const copy = declared?.textPath;
  if (copy && copyUnreadable !== undefined)
    yield { span: copy.span, message: say('{0} was not read. {1}', quoted(copy.value), copyUnreadable) };
}

const nothing = once(() => parseBrief(''));

/** A file of a library folder as a brief of which nothing is known but one source in its front matter. */
export function briefOfSource({
  written,
  lines,
  declarations,
  yamlErrors,
  unknownKeys,
  suppressions,
  unreadable,
}: SourceFile): Brief {
  // What is broken is reported at its place, and not as what is missing.
  const broken = yamlErrors.length > 0 ? { broken: true } : {};
  const own = declarations.map((declaration) => ({ ...here(declaration), ...broken }));
  const sources = unreadable === undefined ? mergeDeclarations(own, () => undefined) : [];
  const whole = { start: 0, end: written.length };
  const brief: Brief = {
    ...nothing(),
    text: written,
    content: asContent(written),
    lines,
    sources,
    suppressions,
    frontMatter: {
      span: whole,
      yaml: whole,
      closed: true,
      authors: [],
      tags: [],
      bibliography: [],
      rules: [],
      sources: own,
      sourcesList: null,
      figures: [],
      errors: yamlErrors,
      unknownKeys,
      suppressions,
    },
  };
  keepModel(brief, { ...modelOf(nothing()), sources: sourcesAsGiven(sources) });
  return brief;
}

function here({ uri: _, ...declaration }: SourceDeclaration): SourceDeclaration {
  return { ...declaration, declaredIn: 'front-matter' };
}
