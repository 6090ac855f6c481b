import { say } from '../../say';
import type { CitationSyntax } from '../citations';

/** What chat assistants leave in pasted text instead of a citation. No reader can follow any of it. */
const ARTIFACTS: readonly RegExp[] = [
  // 【4†source】 and 【4:0†report.pdf】
  /【[^【】\n]{0,80}†[^【】\n]{0,120}】/y,
  /:contentReference\[oaicite:[^\]\n]{0,40}\](?:\{index=[^}\n]{0,40}\})?/y,
  // citeturn0search1, with or without the private-use characters around its parts
  /[\uE200\uE202]?cite[\uE200-\uE202]?turn\d+[a-z]+\d+(?:[\uE200-\uE202]?turn\d+[a-z]+\d+)*[\uE201]?/y,
  /\uE200[^\uE200\uE201\n]{1,200}\uE201/y,
  /\[oai_citation:[^\]\n]{0,120}\](?:\([^()\s]{0,2000}\))?/y,
  /\[cite(?:_start|_end|: ?[^\]\n]{1,60})\]/y,
  /\[(?:web|memory|attached_file|source|search|doc|image|page):\d+(?:, ?(?:[a-z_]+:)?\d+)*\]/y,
];

export function readArtifact(text: string, at: number): CitationSyntax | null {
  if (text[at] === 'c' && !text.startsWith('citeturn', at) && !/^cite[\uE200-\uE202]/.test(text.slice(at, at + 5)))
    return null;
  for (const pattern of ARTIFACTS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    if (text[at] === 'c' && /\w/.test(text[at - 1] ?? ' ')) return null;
    return {
      kind: 'artifact',
      span: { start: at, end: at + match[0].length },
      reason: say('left behind by a chat assistant'),
    };
  }
  return null;
}
