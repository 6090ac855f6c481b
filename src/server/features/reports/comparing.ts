import type { OpenDocument } from '../../documents/document';
import { positionsIn } from '../../documents/positions';
import { invalid, readLocated } from '../../messages/readParams';
import { part } from '../../part';
import type { CompareResult } from '../../protocol';
import type { Feature } from '../feature';

/** UTF-16 units of what is told of a change. */
const LONGEST = 200;

/** Compares an open document with an earlier version of it. */
export const comparing: Feature = {
  register: ({ onWholeDocument }) => {
    // Sources may be declared in a bibliography.
    onWholeDocument('brief/compare', readEarlier, (document, { earlier }) => compare(document, earlier));
  },
};

async function compare({ version, positions, brief: read }: OpenDocument, earlier: string): Promise<CompareResult> {
  const { clipped, compareBriefs, earlierVersion, nameOfKind, shownText, wordsOfChange } = await import(
    '../../../core/editor'
  );
  const brief = read();
  const old = earlierVersion(brief, earlier);
  const cut = (text: string) => clipped(text.replace(/\s+/g, ' ').trim(), LONGEST);
  const earlierPositions = positionsIn(old.content, old.lines, positions.encoding);
  const changes = compareBriefs(old, brief).map((change) => {
    const [was, is] = [change.old, change.now];
    const claim = is ? shownText(brief, is.claim) : was ? shownText(old, was.claim) : '';
    return {
      kind: change.kind,
      name: nameOfKind(change.kind),
      words: cut(wordsOfChange(change, (text) => clipped(text, LONGEST / 2 - 4))),
      claim: cut(claim),
      range: is && positions.rangeOf(is.span),
      old: was && earlierPositions.rangeOf(was.span),
    };
  });
  return { version, changes };
}

/**
 * Reads the text of the earlier version.
 *
 * @throws ResponseError where it is none
 */
export function readEarlier(method: string, params: unknown) {
  const earlier = part(params, 'earlier');
  if (typeof earlier !== 'string') throw invalid(method, 'earlier must be a text');
  return { ...readLocated(method, params), earlier };
}
