/** Finds where claims end in a run of text: after a citation or a full stop. Rougher than sentences, and for any language. */

const ENDS =
  /(\[[^[\]\n]{1,80}\](?!\()|【[^【】\n]{1,80}】|<sup>[^<\n]{1,20}<\/sup>|[¹²³⁰⁴-⁹]+)|([.!?。！？…]+["'”’」』)）\]*]{0,3})/g;
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:\p{L}|Mr|Mrs|Ms|Dr|Prof|Inc|Corp|Ltd|Co|vs|No|Jr|Sr|St|approx|Nos|pp|Fig|Gen|Gov)$/u;

/** An end of a claim: the offset after it, and whether a citation stands there. */
export interface ClaimEnd {
  readonly at: number;
  readonly cited: boolean;
}

/** Returns the ends of the claims in `text`, in order. A full stop inside a number or after an abbreviation doesn't count. */
export function claimEnds(text: string): ClaimEnd[] {
  const ends: ClaimEnd[] = [];
  for (const match of text.matchAll(ENDS)) {
    const at = match.index + match[0].length;
    if (match[1] !== undefined) {
      ends.push({ at, cited: true });
      continue;
    }
    const stop = match[0];
    const wide = /[。！？]/.test(stop);
    if (!wide && at < text.length && !/[\s[【¹²³<]/.test(text.charAt(at))) continue;
    if (stop.startsWith('.') && ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
    ends.push({ at, cited: false });
  }
  return ends;
}

/** `It rose.47`: the number of a source at the end of a sentence. */
const GLUED = /\p{L}{2}[.!?]["”’)]{0,2}\d{1,3}$/u;

/** True if `text` ends where a claim ends. */
export function endsClaim(text: string): boolean {
  const tail = text.slice(-120).trimEnd();
  return claimEnds(tail).at(-1)?.at === tail.length || GLUED.test(tail);
}
