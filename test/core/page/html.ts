/** The ids of a page's citation chips, in order. */
export function chipsOf(html: string): string[] {
  return [...html.matchAll(/ data-source="([^"]*)"/g)].map((match) => decode(match[1] ?? ''));
}

/** The words of a page, without its tags, white space run together. */
export function wordsOf(html: string): string {
  return decode(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
