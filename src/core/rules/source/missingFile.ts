import { quoted } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { Field } from '../../brief/types';
import { briefRule } from '../rule';

/** A file that the brief rests on and that could not be read: what it declares or says is not known. */
export const missingFile = briefRule({
  code: 'source/missing-file',
  severity: 'error',
  description: 'A bibliography, a style or a local copy of a source that cannot be read or lies outside the workspace.',
  *check({ brief: { frontMatter, bibliography, texts, style } }): Iterable<Finding> {
    yield* unread(frontMatter?.bibliography ?? [], bibliography);
    if (frontMatter?.style && style?.file) yield* unread([frontMatter.style], [style.file]);
    // Most briefs name none, and their sources need not be put where they stand.
    if (texts.some(({ unreadable }) => unreadable !== undefined))
      yield* unread(frontMatter?.sources.flatMap(({ textPath }) => textPath ?? []) ?? [], texts);
  },
  *checkConfig({ file: { uri, config, bibliography, library, folder, texts, style } }): Iterable<Finding> {
    yield* unread(config.bibliography, bibliography);
    if (config.style && style) yield* unread([config.style], [style]);
    if (config.library && library) yield* unread([config.library], [library]);
    if (config.library && folder?.unreadable !== undefined) {
      const { value, span } = config.library;
      yield { span, message: say('The folder {0} was not read. {1}', quoted(value), folder.unreadable) };
    }
    const named = texts.filter(({ namedIn }) => namedIn === uri);
    for (const { path, namedIn, unreadable } of config.library ? texts : []) {
      if (unreadable === undefined || namedIn !== library?.uri || !config.library) continue;
      const { value, span } = config.library;
      yield { span, message: say('{0}, which {1} names, was not read. {2}', quoted(path), quoted(value), unreadable) };
    }
    yield* unread(
      config.sources.flatMap(({ textPath }) => textPath ?? []),
      named,
    );
  },
});

interface NamedFile {
  readonly path: string;
  readonly unreadable?: string;
}

/** Reports each place that names a file which was looked for and not read. */
function* unread(paths: readonly Field[], files: readonly NamedFile[]): Iterable<Finding> {
  // The first of a path is meant: those of the workspace, which are relative to other folders, come behind.
  const reasons = new Map(files.toReversed().map(({ path, unreadable }) => [path, unreadable]));
  for (const { value, span } of paths) {
    const reason = reasons.get(value);
    if (reason !== undefined) yield { span, message: say('{0} was not read. {1}', quoted(value), reason) };
  }
}
