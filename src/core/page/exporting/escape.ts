/** Writes texts without Markdown so that Markdown shows them as they are. */
import { safeUrl } from '../../base/safeUrl';

/** A text on one line, with every sign escaped that Markdown could take for markup (CommonMark 0.31.2, 2.4). */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~$&#]/g, '\\$&');
}

/** An address that can be followed, else its text. */
export function linkTo(written: string): string {
  const url = safeUrl(written);
  return url === null ? escapeMarkdown(written) : `<${encodeSigns(url)}>`;
}

/**
 * Returns a link. If its address is refused, returns its words and the address as text.
 *
 * @param words escaped
 */
export function linked(words: string, written: string): string {
  return safeUrl(written) === null ? `${words} (${escapeMarkdown(written)})` : `[${words}](${targetOf(written)})`;
}

/** A path or address as the target of a link or an image. */
export function targetOf(path: string): string {
  return `<${encodeSigns(path)}>`;
}

/** Encodes the signs that would end a target early. */
function encodeSigns(url: string): string {
  return url.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign));
}
