import { quoted } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { ConfigFile } from '../../brief/config/config';
import { firstLineOf } from '../../brief/config/config';
import { nearestOf } from '../nearest';
import { noKeyOf } from '../noKey';
import { briefRule } from '../rule';

/**
 * A setting that is not read as it was meant would go unseen: no brief could tell of it. It visits nothing of a brief, so it is a
 * `briefRule`.
 */
export const invalid = briefRule({
  code: 'config/invalid',
  severity: 'error',
  description: 'An error in `brief.config.yaml`, at its place in that file.',
  check: () => [],
  *checkConfig({ file, codes }): Iterable<Finding> {
    const { unreadable, config } = file;
    if (unreadable !== undefined)
      yield { span: firstLineOf(file), message: say('The configuration was not read. {0}', unreadable) };
    yield* config.errors;
    for (const { key, span, owner, nearest } of config.unknownKeys) {
      yield { span, message: meant(noKeyOf(quoted(key), owner), nearest) };
    }
    yield* unknownRules(file, codes);
    if (config.library && file.folder?.leftOut !== undefined)
      yield {
        span: config.library.span,
        message: say('{0} has an error: {1}', quoted(config.library.value), file.folder.leftOut),
      };
    if (config.baseline && file.baseline?.unreadable !== undefined && !file.baseline.missing)
      yield {
        span: config.baseline.span,
        message: say('{0} has an error: {1}', quoted(config.baseline.value), file.baseline.unreadable),
      };
    for (const error of file.library?.errors ?? []) {
      const { library } = config;
      if (!library) continue;
      const related = file.library?.uri
        ? [
            {
              message: say('The error is here.'),
              span: library.span,
              elsewhere: { uri: file.library.uri, range: error.range },
            },
          ]
        : [];
      yield {
        span: library.span,
        message: say('{0} has an error: {1}', quoted(library.value), error.message),
        related,
      };
    }
  },
});

function* unknownRules({ config }: ConfigFile, codes: readonly string[]): Iterable<Finding> {
  const nearestCode = nearestOf(codes);
  for (const { code } of config.rules) {
    if (codes.includes(code.value)) continue;
    yield {
      span: code.span,
      message: meant(say('No rule is called {0}.', quoted(code.value)), nearestCode(code.value)),
    };
  }
}

function meant(what: string, nearest: string | null): string {
  return nearest === null ? say('{0} Remove it.', what) : say('{0} Did you mean {1}?', what, quoted(nearest));
}
