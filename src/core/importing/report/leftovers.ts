/** Takes out what is copied from the page around a text: buttons, notices, invisible characters. */
import { type Notes, noteRemoved } from '.';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/**
 * Characters that show nothing and mean nothing in any script: zero-width spaces, word joiners, byte order marks inside
 * the text. The joiners of Persian, of Indian scripts and of emoji stay. At the start of a line, blanks behind them that would
 * make code of the line go, too.
 */
const INVISIBLE = /(?<![^\n\r])[\u200B\u2060\uFEFF]+(?: *\t[ \t]*| {4,})?|[\u200B\u2060\uFEFF]+/g;
/** What would start a block of Markdown once nothing stands before it. */
const BLOCK_START = /^(?:#{1,6}\s|[>|=~`]|[-*+]\s|-{2,}|\d{1,9}[.)]\s)/;

/** Lines that are a control or a notice of a chat, and never words of a report: each as a whole. */
const SURE: readonly RegExp[] = [
  /^(?:Copy code|Copy|Copied!?|Copy to clipboard|Was this helpful\?|Is this (?:conversation|answer) helpful so far\?)$/,
  /^(?:Good response|Bad response|Read aloud|Regenerate(?: response)?|Edit in canvas|Edit message|Stop generating)$/,
  /^(?:Ask a follow-?up|Ask follow-?up|Export to Docs|Share & export|Save to note|Add note|Double-check response|Show thinking|View sources)$/i,
  /^(?:You|ChatGPT|Gemini|Claude|Copilot|Perplexity|Assistant)(?: \d[\w.]*)? said:?$/,
  /^(?:你|您|ChatGPT|Gemini|Claude|Copilot|Perplexity|DeepSeek|Kimi|豆包|通义千问|文心一言) ?说[：:]$/,
  /^(?:ChatGPT|Gemini|Claude|Copilot|Perplexity|NotebookLM)(?: is AI and)? (?:can|may) (?:make mistakes|be inaccurate|display inaccurate info)(?:[.,;:] ?(?:including about people, )?(?:so|please|check|consider|verify|double)\b[^[\d]{0,80})?\.?$/i,
  /^(?:Perplexity is AI-generated\.|AI-generated content may be incorrect\.?|Generative AI is experimental\.)$/,
  /^(?:Thought|Reasoned|Worked) for (?:\d+|a few|a couple of)(?: ?[a-z]+(?: \d+ ?[a-z]+)?)$/,
  /^(?:Searched the web|(?:Searched|Read|Reviewed) \d+ (?:sites|websites|sources|pages|results)|\d+ (?:sources|steps completed))$/,
  /^(?:Searching the web|Thinking)(?:…|\.{3})$/,
  /^(?:thumb_up|thumb_down|content_copy|copy_all|keep_pin|more_vert|volume_up|expand_more|chevron_right)$/,
  /^(?:复制(?:代码)?|重新生成|朗读|点赞|点踩|已深度思考(?:（用时 ?\d+ ?秒）)?|已阅读 ?\d+ ?个网页|搜索到 ?\d+ ?个网页)$/,
  // What Perplexity puts around a report that it exports: its logo, a rule, and the numbers of what the report does not cite.
  /^<img src="https:\/\/[\w.-]+\.perplexity\.ai\/[^"<>\s]*"[^<>]*>$/,
  /^<div style="text-align: ?center">⁂<\/div>$/,
  /^<span style="display: ?none">(?:\[\^[\w-]{1,20}\])+<\/span>$/,
  /^(?:(?:以上|本)?内容|本回答)由 ?AI ?生成(?:[，,] ?(?:请仔细甄别|仅供参考|请核实))?[。.]?$/,
];
/** Words of buttons that may as well be headings: they count beside a leftover that is sure, and in a row at the end. */
const UNSURE = /^(?:Share|Export|Rewrite|Retry|Like|Dislike|Save|Follow up|Related|Related questions|分享|收藏)$/;

/**
 * Takes out the lines that are buttons and notices, and invisible characters. Code stays as it is, but for the word
 * that copies it. Lines keep their number as long as text follows them.
 */
export function removeLeftovers(text: string, notes: Notes): string {
  const clean = text.replace(INVISIBLE, (found, at: number) => {
    // A byte order mark at the start is one.
    if (at === 0 && found.startsWith('\uFEFF')) return found;
    // Without it, the line would be another block.
    if (
      /^$|[\n\r]/.test(text.charAt(at - 1)) &&
      BLOCK_START.test(text.slice(at + found.length, at + found.length + 12))
    )
      return found;
    noteRemoved(notes, 'invisible character', found);
    return '';
  });
  const lines = clean.split(/(?<=\r\n|\n|\r(?!\n))/);
  const gone = leftoverLines(lines);
  if (gone.size === 0) return clean;
  let kept = '';
  let blank = true;
  for (const [i, line] of lines.entries()) {
    if (gone.has(i)) {
      noteRemoved(notes, 'button or notice', line.trim());
      continue;
    }
    const isBlank = line.trim() === '';
    // The blank lines around a line that is gone would add up.
    if (!(isBlank && blank && gone.has(i - 1))) kept += line;
    blank = isBlank;
  }
  return gone.has(lines.length - 1) || gone.has(lines.length - 2) ? withOneLineBreakAtEnd(kept) : kept;
}

function withOneLineBreakAtEnd(text: string): string {
  const end = text.trimEnd().length;
  const lineBreak = /\r\n|\n|\r/.exec(text.slice(end));
  return lineBreak ? text.slice(0, end + lineBreak.index) + lineBreak[0] : text;
}

function leftoverLines(lines: readonly string[]): ReadonlySet<number> {
  const gone = new Set<number>();
  const unsure: number[] = [];
  let fence = '';
  lines.forEach((raw, i) => {
    const mark = FENCE.exec(raw)?.[1];
    if (mark && fence === '') fence = mark;
    else if (mark?.startsWith(fence)) fence = '';
    const line = raw.trim();
    if (fence !== '' || line === '' || line.length > (line.startsWith('<') ? 2000 : 200)) return;
    if (SURE.some((pattern) => pattern.test(line))) gone.add(i);
    else if (UNSURE.test(line)) unsure.push(i);
  });
  for (const i of rowAtEnd(lines, new Set([...gone, ...unsure]))) gone.add(i);
  for (const i of [...unsure].reverse()) if (isBeside(lines, gone, i, 1)) gone.add(i);
  for (const i of unsure) if (isBeside(lines, gone, i, -1)) gone.add(i);
  return gone;
}

/** Returns the lines of a row of buttons that ends a text. A single button is no row. */
function rowAtEnd(lines: readonly string[], buttons: ReadonlySet<number>): number[] {
  const row: number[] = [];
  for (let i = lines.length - 1; i >= 0 && (buttons.has(i) || lines[i]?.trim() === ''); i--)
    if (buttons.has(i)) row.push(i);
  return row.length > 1 ? row : [];
}

/** True if the next line that isn't blank, in the direction of `step`, is a leftover. */
function isBeside(lines: readonly string[], gone: ReadonlySet<number>, from: number, step: 1 | -1): boolean {
  let i = from + step;
  while (i >= 0 && i < lines.length && lines[i]?.trim() === '') i += step;
  return gone.has(i);
}
