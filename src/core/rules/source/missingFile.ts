import { quoted } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { NamedFile } from '../../brief/queries/namedFiles';
import { fileRule } from '../rule';

/** A file that the brief rests on and that could not be read: what it declares or says is not known. */
export const missingFile = fileRule({
  code: 'source/missing-file',
  severity: 'error',
  description: 'A bibliography, a style or a local copy of a source that cannot be read or lies outside the workspace.',
  checkFile: unread,
  *checkConfig({ file: { config, library, folder, texts } }): Iterable<Finding> {
    if (config.library && library) yield* unread({ name: config.library, file: library });
    if (config.library && folder?.unreadable !== undefined) {
      const { value, span } = config.library;
      yield { span, message: say('The folder {0} was not read. {1}', quoted(value), folder.unreadable) };
    }
    for (const { path, namedIn, unreadable } of config.library ? texts : []) {
      if (unreadable === undefined || namedIn !== library?.uri || !config.library) continue;
      const { value, span } = config.library;
      yield { span, message: say('{0}, which {1} names, was not read. {2}', quoted(path), quoted(value), unreadable) };
    }
  },
});

function* unread({ name: { value, span }, file: { unreadable } }: NamedFile): Iterable<Finding> {
  if (unreadable !== undefined) yield { span, message: say('{0} was not read. {1}', quoted(value), unreadable) };
}
