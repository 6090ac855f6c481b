/** Tags that show a text to be pasted HTML, where a Markdown author would hardly write them. */
const TELLING = /<(?:p|li|div|h[1-6])(?:\s[^<>]*)?>/i;
const TAG =
  /<(\/?)(p|div|section|article|main|header|footer|span|font|br|ul|ol|li|h[1-6]|b|strong|i|em|a)(\s[^<>]*)?\/?>/gi;
const HREF = /\shref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/i;

/**
 * Turns the tags of pasted HTML into the Markdown that means the same: headings, list items, paragraphs, emphasis
 * and links. All other tags, and character references, are left to stand: Markdown knows both. A text that is not
 * pasted HTML is returned as it is.
 */
export function htmlToMarkdown(text: string): string {
  if (!TELLING.test(text)) return text;
  const links: string[] = [];
  const replaced = text.replace(TAG, (tag, slash: string, name: string, attributes: string | undefined, at: number) => {
    const mark = markOf(name.toLowerCase(), slash === '/', attributes ?? '', links);
    // Nothing may close up to a new tag: "<<span>p>".
    return mark === '' && text.charAt(at - 1) === '<' ? tag : mark;
  });
  return (
    replaced
      .replace(/(?<![ \t])[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim() + '\n'
  );
}

function markOf(name: string, closing: boolean, attributes: string, links: string[]): string {
  if (name === 'a') return closing ? closeLink(links.pop()) : openLink(links, attributes);
  if (name === 'b' || name === 'strong') return '**';
  if (name === 'i' || name === 'em') return '*';
  if (name === 'span' || name === 'font') return '';
  if (name === 'br') return '\n';
  if (name === 'li') return closing ? '' : '\n- ';
  if (/^h\d$/.test(name)) return closing ? '\n\n' : `\n\n${'#'.repeat(Number(name.charAt(1)))} `;
  return '\n\n';
}

function openLink(links: string[], attributes: string): string {
  const href = HREF.exec(attributes);
  const url = (href?.[1] ?? href?.[2] ?? href?.[3] ?? '').trim();
  links.push(/^https?:\/\/[^\s()]+$/i.test(url) ? url : '');
  return links.at(-1) === '' ? '' : '[';
}

function closeLink(url: string | undefined): string {
  return url === undefined || url === '' ? '' : `](${url})`;
}
