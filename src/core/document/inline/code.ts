/** Code between runs of backticks of one length. */
import type { Leaf } from './tokens';

/** Reads the code that starts with the backtick at a place; null where no run of its length follows. */
export function createCodeReader(text: string): (at: number) => Leaf | null {
  let runs: Map<number, { readonly starts: number[]; next: number }> | null = null;

  return (at) => {
    if (text[at - 1] === '`') return null;
    let from = at;
    while (text[from] === '`') from++;
    const size = from - at;
    runs ??= runsIn(text);
    const same = runs.get(size);
    if (!same) return null;
    // Places are asked for in order.
    while ((same.starts[same.next] ?? text.length) < from) same.next++;
    const start = same.starts[same.next];
    if (start === undefined) return null;
    return {
      name: 'InlineCode',
      from: at,
      to: start + size,
      parts: [
        { name: 'CodeMark', from: at, to: from },
        { name: 'CodeMark', from: start, to: start + size },
      ],
    };
  };
}

/** Finds the runs of backticks, by their length, and where each starts. */
function runsIn(text: string): Map<number, { readonly starts: number[]; next: number }> {
  const runs = new Map<number, { readonly starts: number[]; next: number }>();
  for (let at = text.indexOf('`'); at >= 0; ) {
    let end = at;
    while (text[end] === '`') end++;
    const same = runs.get(end - at);
    if (same) same.starts.push(at);
    else runs.set(end - at, { starts: [at], next: 0 });
    at = text.indexOf('`', end);
  }
  return runs;
}
