/** The content of a hover, and its two forms: Markdown, and plain text for clients without it. */
import { withEscapes } from '../../base/messages';
import { say } from '../../base/say';
import type { PassagePlace } from '../verdicts';

/** A piece of a line. Every text in it may be the author's: it's shown as it is, without effect as markup. */
export type Inline =
  | string
  | { readonly kind: 'strong' | 'match' | 'struck'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export type Line = readonly Inline[];

export type Block =
  | { readonly kind: 'lines' | 'quote'; readonly lines: readonly Line[] }
  /** The ways to the passage above it. */
  | WaysBlock
  /** A line across. */
  | { readonly kind: 'rule' };

/** The ways from a passage to its places outside the brief. */
export interface WaysBlock {
  readonly kind: 'ways';
  readonly place: PassagePlace;
  /** The address of its words; null if there is none. */
  readonly url: string | null;
  readonly inCopy: boolean;
  readonly inZotero: boolean;
}

/** The labels of the ways. */
export const WAYS = {
  original: () => say('In the original'),
  copy: () => say('In the local copy'),
  zotero: () => say('In Zotero'),
} as const;

/** Writes blocks as CommonMark with the strikethrough of GFM; no HTML, and no links except `link` pieces. */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks.flatMap(blockInMarkdown).join('\n\n');
}

/** Writes blocks as plain text, without the ways from passages: their addresses are long, and nobody can click them. */
export function toPlainText(blocks: readonly Block[]): string {
  return blocks.flatMap(blockInPlainText).join('\n\n');
}

/** The link to the words of a passage. */
export function linkOf(url: string): Inline {
  return { kind: 'link', text: WAYS.original(), url };
}

function blockInMarkdown(block: Block): string[] {
  if (block.kind === 'rule') return ['---'];
  // Only a page of ours leads to a copy and to Zotero.
  if (block.kind === 'ways') return block.url === null ? [] : [lineInMarkdown([linkOf(block.url)])];
  const prefix = block.kind === 'quote' ? '> ' : '';
  // Two spaces before a line break keep it.
  return [block.lines.map((line) => prefix + lineInMarkdown(line)).join('  \n')];
}

const MARKS = { strong: '**', match: '**', struck: '~~' } as const;

function lineInMarkdown(line: Line): string {
  let written = '';
  for (const [i, inline] of line.entries()) {
    if (typeof inline === 'string') written += escapeMarkdown(inline);
    else if (inline.kind === 'link') written += `[${escapeMarkdown(inline.text)}](${escapeUrl(inline.url)})`;
    else {
      // White space is not marked.
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(escapeMarkdown(inline.text)) ?? [];
      const mark = words === '' ? '' : MARKS[inline.kind];
      const next = line[i + 1] ?? '';
      const behind = after || (typeof next === 'string' ? escapeMarkdown(next) : '*');
      written += before;
      written += gap(written, words) + mark + words + mark + gap(behind, words, 'after') + after;
    }
  }
  return escapeLineStart(written.trim());
}

/**
 * Returns a hair space, which is hardly seen, or an empty text. Between a letter and a mark that is followed by punctuation,
 * as in `约**\$5**`, the mark needs one to be read as a mark (CommonMark 0.31, 6.2, left-flanking delimiter runs).
 */
function gap(outside: string, words: string, side: 'before' | 'after' = 'before'): string {
  const [outer, inner] = side === 'before' ? [lastOf(outside), firstOf(words)] : [firstOf(outside), lastOf(words)];
  return PUNCTUATION.test(inner) && outer !== '' && !PUNCTUATION.test(outer) && !/\s/.test(outer) ? HAIR_SPACE : '';
}

const HAIR_SPACE = '\u200a';
const PUNCTUATION = /[\p{P}\p{S}]/u;

function firstOf(text: string): string {
  return /^./su.exec(text)?.[0] ?? '';
}

function lastOf(text: string): string {
  return /.$/su.exec(text)?.[0] ?? '';
}

/**
 * Text on one line, with a backslash before every character that Markdown, GFM's bare links, or the icons and
 * formulas of some clients would take for their own. Characters that only matter at the start of a line are left.
 */
function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_~[\]<>&|!$@]/g, String.raw`\$&`)
    .replace(/:(?=\/)|(?<=\b(?:mailto|xmpp)):|(?<=\bwww)\./gi, String.raw`\$&`);
}

/** Escapes the start of a line that would be a list, a heading, or the underline of one. */
function escapeLineStart(line: string): string {
  return line.replace(/^[-+=#]/, String.raw`\$&`).replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
}

/** Puts text on one line. Characters that no browser shows are dropped; those that could reorder or hide text are escaped. */
export function printable(text: string): string {
  return withEscapes(text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/\s+/g, ' '));
}

/** An address that `safeUrl` let through, as the target of a link. */
function escapeUrl(url: string): string {
  return (
    url
      .replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>()[\]\\^`{|}"'*_~!$]/gu, percentEncode)
      .replaceAll('&', '&amp;')
      // The sign before the words that a browser scrolls to.
      .replace(/:%7E:(?=text=)/, ':~:')
  );
}

function percentEncode(character: string): string {
  // encodeURIComponent leaves some ASCII marks alone, and throws on half a character.
  if (/[\0-\x7f]/.test(character)) return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return /\p{Cs}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character);
}

function blockInPlainText(block: Block): string[] {
  if (block.kind === 'rule') return ['----'];
  if (block.kind === 'ways') return [];
  const indent = block.kind === 'quote' ? '    ' : '';
  return [block.lines.map((line) => indent + line.map(inPlainText).join('').trim()).join('\n')];
}

function inPlainText(inline: Inline): string {
  if (typeof inline === 'string') return printable(inline);
  if (inline.kind === 'match') return `*${printable(inline.text)}*`;
  if (inline.kind === 'struck') return `[-${printable(inline.text)}-]`;
  return printable(inline.kind === 'link' ? inline.url : inline.text);
}
