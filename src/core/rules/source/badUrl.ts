import { quoted } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { safeUrl } from '../../base/safeUrl';
import { say } from '../../base/say';
import { addressRule } from '../rule';

/** An address that no reader can follow. */
export const badUrl = addressRule({
  code: 'source/bad-url',
  severity: 'warning',
  description: 'A URL of a source that does not parse, or whose scheme is not http, https, doi or a workspace file.',
  where: (url) => troubleOf(url) !== null,
  *check(url, { brief }): Iterable<Finding> {
    const trouble = troubleOf(url.value);
    if (!trouble) return;
    const { better } = trouble;
    const written = brief.content.slice(url.span.start, url.span.end);
    yield {
      span: url.span,
      message: trouble.message(quoted(url.value)),
      ...(better !== undefined && written.includes(url.value)
        ? {
            fixes: () => [
              {
                title: say('Write {0}', better),
                edits: [{ span: url.span, newText: written.replace(url.value, () => better) }],
                preferred: true,
                certain: true,
              },
            ],
          }
        : {}),
    };
  },
});

interface Trouble {
  /** Says so of an address. */
  readonly message: (url: string) => string;
  readonly better?: string;
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

function troubleOf(written: string): Trouble | null {
  const url = written.trim();
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'doi')
    return /^doi:\s*10\.\d{4,9}\/\S+$/i.test(url)
      ? null
      : { message: (at) => say('{0} is not a DOI. A DOI starts with 10., as in doi:10.3133/mcs2024.', at) };
  if (scheme === undefined || /^[a-z0-9.-]+\.[a-z]{2,}:\d/i.test(url)) return withoutScheme(url);
  if (scheme !== 'http' && scheme !== 'https') {
    if (/^h{0,2}t{1,3}p{1,2}s{0,2}$/.test(scheme) && /^[a-z]+:\/\//i.test(url)) {
      return {
        message: (at) => say('{0} has a mistyped scheme. Write https://.', at),
        better: url.replace(/^[a-z]+/i, 'https'),
      };
    }
    return {
      message: (at) => say('{0} cannot be followed. Use a web address (https:), a DOI or a file beside the brief.', at),
    };
  }
  const broken = /^(https?):\/{0,1}([^/].*)$/i.exec(url);
  if (broken)
    return {
      message: (at) => say('{0} is not a web address. Two slashes must follow the colon.', at),
      better: `${broken[1]}://${broken[2]}`,
    };
  if (/\s/.test(url)) return { message: (at) => say('{0} has a space in it. Write %20 instead, or remove it.', at) };
  if (safeUrl(url) === null || !/^https?:\/\/(?:\[|[^/?#:]*[\p{L}\p{N}])/iu.test(url)) {
    return {
      message: (at) => say('{0} does not name a site. A web address is written as https://example.org/page.', at),
    };
  }
  return null;
}

/** A path of a file beside the brief, or a web address whose scheme was left out. */
function withoutScheme(url: string): Trouble | null {
  if (/^\/\//.test(url))
    return { message: (at) => say('{0} has no scheme. Write https: before it.', at), better: `https:${url}` };
  if (
    /^(?:www\.[^\s/]+\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|int|io|eu|cn|uk|de|fr|jp)(?:[/:?#]|$))/i.test(
      url,
    )
  ) {
    return { message: (at) => say('{0} has no scheme. Write https:// before it.', at), better: `https://${url}` };
  }
  if (safeUrl(url) !== null) return null;
  return { message: (at) => say('{0} is neither a web address nor the path of a file beside the brief.', at) };
}
