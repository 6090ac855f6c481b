/** The names of the sections that briefs usually have. */

import { sectionKindOf } from '../../brief/needs/sectionWords';
import type { Brief } from '../../brief/types';
import { languageOf } from '../../languages';
import type { Completion, Completions } from './completion';

const HEADING = /^[ ]{0,3}#{2,6}[ \t]+([^\r\n[\]@{}]*)$/;

/** After the marks of a heading below the first level: the names of sections that are not there yet. */
export function sectionsAt(brief: Brief, offset: number): Completions | null {
  const { text, lines, sections } = brief;
  const line = lines.lineAt(offset);
  const typed = HEADING.exec(text.slice(lines.startOf(line), offset))?.[1];
  if (typed === undefined) return null;
  const end = lines.endOf(line);
  const others = sections.filter(({ headingSpan }) => lines.lineAt(headingSpan.start) !== line);
  const there = new Set(others.map(({ heading }) => heading.toLowerCase()));
  const hasSources = others.some(({ kind }) => kind === 'sources');
  const spans = {
    insert: { start: offset - typed.length, end: offset },
    replace: { start: offset - typed.length, end },
  };
  const items = namesIn(brief.language)
    .filter((name) => !there.has(name.toLowerCase()) && !(hasSources && sectionKindOf(name) === 'sources'))
    .map((name): Completion => ({ kind: 'section', label: name, newText: name, ...spans }));
  return { items, incomplete: false };
}

function namesIn(language: string): readonly string[] {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  const traditional = primary === 'zh' && /-(?:hant|tw|hk|mo)\b/.test(tag);
  const { headings } = languageOf(traditional ? 'zh-hant' : primary) ?? {};
  return headings?.names ?? languageOf('en')?.headings?.names ?? [];
}
