import { differenceBetween } from '../../../base/content';
import type { TextEdit } from '../../../base/text';
import type { Brief } from '../../../brief/types';
import { declareSource, type NewSource } from '../declareSource';
import { edited } from '../edited';

/** Declares sources in the place where the brief keeps them. The first entry may make the place for all; the others then follow it. */
export function declareAll(brief: Brief, [first, ...others]: readonly NewSource[]): Brief {
  if (first === undefined) return brief;
  const started = declare(brief, [first]);
  return started.text === brief.text || others.length === 0 ? started : declare(started, others);
}

/** The edit that declares sources as {@link declareAll} does; none if no place would be read as their entry. */
export function editsToDeclare(brief: Brief, sources: readonly NewSource[]): readonly TextEdit[] {
  const { text } = declareAll(brief, sources);
  return text === brief.text ? [] : [differenceBetween(brief.text, text)];
}

function declare(brief: Brief, sources: readonly NewSource[]): Brief {
  const edits = sources.flatMap((source) => declareSource(brief, source) ?? []);
  return edited(
    brief,
    edits.map(({ span, newText }) => ({ span, newText: newText.replace(/ +(?=[\r\n]|$)/g, '') })),
  );
}
