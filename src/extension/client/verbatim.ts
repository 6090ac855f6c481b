/** A text that VS Code shows as it is: `$(name)` stands for an icon there. */
export function verbatim(text: string): string {
  return text.replace(/\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g, '\\$&');
}
