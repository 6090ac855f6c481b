import pc from 'picocolors';
import type { Severity } from '../../core';
import { codeOfLink, type LinkResult, type LinkState, severityOfLink, wordsOfLink } from '../../links';
import { type Paint, prettyProblem } from '../prettyReport';
import { toJson } from '../terminal';
import type { GatheredLinks, LinkPlace } from './gatherLinks';

/** What was found for people to read: what is wrong at each of its places, file by file, and a line that sums up. */
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

/** Empty where nothing is to be said. */
function prettyLink(result: LinkResult, { file, span }: LinkPlace, paint: Paint): string {
  const rule = codeOfLink(result);
  if (rule === null) return '';
  const severity: Severity = severityOfLink(result);
  const problem = { rule, severity, message: wordsOfLink(result), span, related: [], fixable: false };
  return `${prettyProblem(problem, file, paint)}\n`;
}

function summaryOf({ read, failed }: GatheredLinks, results: readonly LinkResult[], paint: Paint): string {
  const count = countsOf(results);
  const found = [
    count.dead > 0 ? paint.red(`${count.dead} dead`) : '',
    count.moved > 0 ? paint.blue(`${count.moved} moved`) : '',
    count.unreachable > 0 ? `${count.unreachable} not reached` : '',
    count.blocked > 0 ? `${count.blocked} could not be checked` : '',
  ].filter((part) => part !== '');
  const asked = results.length - count.unchecked;
  const fine = asked === 0 ? 'nothing to ask for' : paint.green('all are there');
  const files = read === 1 ? '1 file' : `${read} files`;
  const unread = failed.length > 0 ? `, ${failed.length} could not be read` : '';
  const unasked = count.unchecked > 0 ? ` ${count.unchecked} not asked.` : '';
  const links = asked === 1 ? '1 link' : `${asked} links`;
  return `${links} in ${files} checked${unread}: ${found.length > 0 ? found.join(', ') : fine}.${unasked}`;
}

/** The object that `links --format json` prints. Its shape is public: it changes only by adding. */
export function jsonOfLinks({ links, failed }: GatheredLinks, results: readonly LinkResult[]): string {
  const totals = { links: results.length, ...countsOf(results) };
  const written = results.map((result) => ({
    url: result.url,
    state: result.state,
    status: result.status,
    reason: result.reason,
    message: wordsOfLink(result),
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
