import type { ConfigFile } from '../../config/config';
import { firstLineOf } from '../../config/config';
import type { Finding } from '../../problem';
import { quoted } from '../messages';
import { nearestOf } from '../nearest';
import type { Rule } from '../rule';

/** A setting that is not read as it was meant would go unseen: no brief could tell of it. */
export const invalid: Rule = {
  code: 'config/invalid',
  severity: 'error',
  description: 'An error in `brief.config.yaml`, at its place in that file.',
  check: () => [],
  *checkConfig({ file, codes }): Iterable<Finding> {
    const { unreadable, config } = file;
    if (unreadable !== undefined)
      yield { span: firstLineOf(file), message: `The configuration was not read. ${unreadable}` };
    yield* config.errors;
    for (const { key, span, owner, nearest } of config.unknownKeys) {
      const place = owner === 'configuration' ? 'the configuration' : `a ${owner}`;
      yield { span, message: `${quoted(key)} is no key of ${place}. ${meant(nearest)}` };
    }
    yield* unknownRules(file, codes);
    for (const error of file.library?.errors ?? []) {
      const { library } = config;
      if (!library) continue;
      const related = file.library?.uri
        ? [{ message: 'It stands here.', span: library.span, elsewhere: { uri: file.library.uri, range: error.range } }]
        : [];
      yield { span: library.span, message: `${quoted(library.value)} has an error: ${error.message}`, related };
    }
  },
};

function* unknownRules({ config }: ConfigFile, codes: readonly string[]): Iterable<Finding> {
  const nearestCode = nearestOf(codes);
  for (const { code } of config.rules) {
    if (codes.includes(code.value)) continue;
    yield { span: code.span, message: `No rule is called ${quoted(code.value)}. ${meant(nearestCode(code.value))}` };
  }
}

function meant(nearest: string | null): string {
  return nearest === null ? 'Remove it.' : `Did you mean ${quoted(nearest)}?`;
}
