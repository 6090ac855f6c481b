/** Rich text to Markdown. What does it is set up with the first paste; a server in a web worker has it, too. */
export async function markdownOf(html: string): Promise<string | null> {
  const { markdownOfHtml } = await import('../formats/pastedHtml');
  return markdownOfHtml(html);
}
