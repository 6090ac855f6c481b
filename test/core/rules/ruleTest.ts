import assert from 'node:assert/strict';
import type { Fix, Problem } from '../../../src/core/base/problem';
import { applyEdits } from '../../../src/core/base/text';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../src/core/rules';
import { fixture } from '../../fixture';

/** The problems of one rule in a text. */
export function problemsOf(code: string, text: string): Problem[] {
  return checkBrief(parseBrief(text)).filter((problem) => problem.rule === code);
}

/**
 * Asserts that a rule reports exactly the underlined places, and that every fix that it offers there mends them. Words
 * behind the carets must be part of the message, or are the severity.
 */
export function expectProblems(code: string, annotated: string): Problem[] {
  const { text, expected } = fixture(annotated);
  const problems = problemsOf(code, text);
  const at = ({ start, end }: { start: number; end: number }) => `${start}-${end} ${text.slice(start, end)}`;
  assert.deepEqual(
    problems.map((problem) => at(problem.span)),
    expected.map(at),
  );
  problems.forEach((problem, i) => {
    const label = expected[i]?.label ?? '';
    assert.ok(problem.severity === label || problem.message.includes(label), `${problem.message} (not ${label})`);
  });
  assertFixesMend(text, problems);
  return problems;
}

/** Asserts that a rule reports nothing. */
export function expectSilence(code: string, text: string): void {
  assert.deepEqual(
    problemsOf(code, text).map(({ span, message }) => [text.slice(span.start, span.end), message]),
    [],
  );
}

/** The titles of the fixes of the first problem of a rule. */
export function fixTitles(code: string, text: string): string[] {
  const [problem] = problemsOf(code, text);
  return (problem?.fixes?.() ?? []).map((fix) => fix.title);
}

/**
 * Asserts that a fix, found by its title, turns `before` into `after`, that the problem is then gone, that no new
 * error or warning came, and the same for a text with CRLF.
 */
export function expectFix(code: string, title: string, before: string, after: string): void {
  for (const [from, to] of [
    [before, after],
    [before.replaceAll('\n', '\r\n'), after.replaceAll('\n', '\r\n')],
  ] as const) {
    const problems = problemsOf(code, from);
    const all = problems.flatMap((problem) => problem.fixes?.() ?? []);
    const fix = all.find((candidate) => candidate.title === title);
    assert.ok(fix, `no fix "${title}" among ${all.map((candidate) => `"${candidate.title}"`).join(', ')}`);
    assert.equal(applyEdits(from, fix.edits), to);
    assertMends(from, code, fix);
  }
}

/** Asserts that each fix of some problems of a text mends it, and that for each problem at most one is preferred. */
export function assertFixesMend(text: string, problems: readonly Problem[]): void {
  for (const { rule, message, fixes } of problems) {
    const offered = fixes?.() ?? [];
    const preferred = offered.filter((fix) => fix.preferred).map(({ title }) => title);
    assert.ok(preferred.length <= 1, `${rule} prefers ${preferred.join(' and ')}`);
    for (const fix of offered) assertMends(text, rule, fix, message);
  }
}

const BROKEN: ReadonlySet<string> = new Set(['citation/artifact', 'citation/malformed']);

/**
 * Asserts that a fix takes away a problem of its rule and brings no error or warning.
 *
 * @param said the problem's message, where the rule may have something else to say once it is gone
 */
export function assertMends(text: string, code: string, fix: Fix, said?: string): void {
  const before = checkBrief(parseBrief(text));
  const fixed = applyEdits(text, fix.edits);
  const after = checkBrief(parseBrief(fixed));
  const count = (problems: readonly Problem[], rule: string) =>
    problems.filter((problem) => problem.rule === rule).length;
  const times = (problems: readonly Problem[]) => problems.filter(({ message }) => message === said).length;
  const isGone = count(after, code) < count(before, code) || times(after) < times(before);
  assert.ok(isGone, `"${fix.title}" leaves the problem:\n${fixed}`);
  const grave = after.filter(({ severity }) => severity === 'error' || severity === 'warning');
  for (const { rule, message } of grave) {
    // Of a claim with a broken citation, nothing else is said.
    if (BROKEN.has(code) && (rule === 'citation/missing' || rule === 'citation/none')) continue;
    assert.ok(count(after, rule) <= count(before, rule), `"${fix.title}" brings ${rule}: ${message}\n${fixed}`);
  }
}

/** A body with a sources section behind it that declares 1 to 3. */
export function withSources(body: string): string {
  return `# Rare earths

${body}

## Sources

- [1] Mineral Commodity Summaries 2024, USGS. https://pubs.usgs.gov/mcs2024
- [2] The role of critical minerals, IEA. https://www.iea.org/minerals
- [3] Annual report 2024, MP Materials. https://mpmaterials.com/report
`;
}
