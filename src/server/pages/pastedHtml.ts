/** Rich text to Markdown. What does it is loaded with the first paste. */
export async function markdownOf(html: string): Promise<string | null> {
  const { markdownOfHtml } = await import('../../formats');
  return markdownOfHtml(html);
}
