import pc from 'picocolors';
import type { Severity } from '../../core';
import { say } from '../../core/base/say';
import { codeOfLink, type LinkResult, type LinkState, severityOfLink, wordsOfLink } from '../../links';
import { type Paint, prettyProblem } from '../check/reports/prettyReport';
import { toJson } from '../io/terminal';
import type { GatheredLinks, LinkPlace } from './gatherLinks';

/** Writes for people what is wrong at each place of a link, file by file, and a summary line. */
export function prettyLinks(
  gathered: GatheredLinks,
  results: readonly LinkResult[],
  { quiet, colors }: { readonly quiet: boolean; readonly colors: boolean },
): string {
  const paint = pc.createColors(colors);
  const places = results
    .filter(({ state }) => !quiet || state === 'dead')
    .flatMap((result) => (gathered.links.get(result.url) ?? []).map((place) => ({ result, place })));
  places.sort((a, b) => comparePaths(a.place, b.place) || a.place.span.start - b.place.span.start);
  const problems = places.map(({ result, place }) => prettyLink(result, place, paint)).join('');
  return quiet ? problems : `${problems}${summaryOf(gathered, results, paint)}\n`;
}

function comparePaths(a: LinkPlace, b: LinkPlace): number {
  return a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0;
}

/** Formats a link; empty if nothing is wrong with it. */
function prettyLink(result: LinkResult, { file, span }: LinkPlace, paint: Paint): string {
  const rule = codeOfLink(result);
  if (rule === null) return '';
  const severity: Severity = severityOfLink(result);
  const problem = { rule, severity, message: messageOf(result), span, related: [], fixable: false };
  return `${prettyProblem(problem, file, paint)}\n`;
}

function messageOf(result: LinkResult): string {
  return wordsOfLink(result, say, say('en'));
}

function summaryOf({ read, failed }: GatheredLinks, results: readonly LinkResult[], paint: Paint): string {
  const count = countsOf(results);
  const found = [
    count.dead > 0 ? paint.red(say('{0} dead', count.dead)) : '',
    count.moved > 0 ? paint.blue(say('{0} moved', count.moved)) : '',
    count.unreachable > 0 ? say('{0} not reached', count.unreachable) : '',
    count.blocked > 0 ? say('{0} could not be checked', count.blocked) : '',
  ].filter((part) => part !== '');
  const asked = results.length - count.unchecked;
  const fine = asked === 0 ? say('no links to check') : paint.green(say('all exist'));
  const files = read === 1 ? say('1 file') : say('{0} files', read);
  const links = asked === 1 ? say('1 link') : say('{0} links', asked);
  const checked = say('{0} in {1} checked', links, files);
  const done = failed.length > 0 ? say('{0}, {1}', checked, say('{0} could not be read', failed.length)) : checked;
  const sentence = say('{0}: {1}.', done, found.length > 0 ? found.join(say(', ')) : fine);
  return count.unchecked > 0 ? say('{0} {1}', sentence, say('{0} skipped.', count.unchecked)) : sentence;
}

/** The object that `links --format json` prints. Its shape is public: it changes only by adding. */
export function jsonOfLinks({ links, failed }: GatheredLinks, results: readonly LinkResult[]): string {
  const totals = { links: results.length, ...countsOf(results) };
  const written = results.map((result) => ({
    url: result.url,
    state: result.state,
    status: result.status,
    reason: result.reason,
    host: result.host ?? null,
    message: messageOf(result),
    movedTo: result.movedTo,
    archived: result.archived ?? null,
    checked: result.state === 'unchecked' ? null : new Date(result.at).toISOString(),
    places: (links.get(result.url) ?? []).map(({ file, span }) => ({
      path: file.path,
      range: file.lines.rangeOf(span),
    })),
  }));
  return `${toJson({ version: 1, links: written, failed, totals })}\n`;
}

function countsOf(results: readonly LinkResult[]): Record<LinkState, number> {
  const counts: Record<LinkState, number> = {
    ok: 0,
    redirected: 0,
    moved: 0,
    dead: 0,
    blocked: 0,
    unreachable: 0,
    unchecked: 0,
  };
  for (const { state } of results) counts[state]++;
  return counts;
}
