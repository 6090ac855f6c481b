import { cpus, totalmem } from 'node:os';

const INTRO = `# Performance

This page shows the cost of a keystroke, a check and a start, as measured by \`npm run bench\`. Compare the ratios: both sides were
measured in one run on one machine. \`npm run bench:quick\` takes two minutes, without long texts and other programs;
\`npm run bench -- changes preview\` runs only those two parts.
`;

/**
 * The page of the documentation that says what was measured.
 *
 * @param lines as they were printed: those that are not indented name what those below them say
 */
export function performancePage(lines: readonly string[]): string {
  const [{ model = 'an unknown processor' } = {}, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `Measured on ${others.length + 1} cores (${model}), ${memory} GB, Node ${process.versions.node}.`;
  const parts: string[] = [];
  for (const line of lines) {
    const text = line.trim();
    if (text === line) {
      parts.push('', `## ${text.slice(0, 1).toUpperCase()}${text.slice(1)}`, '', '| | |', '| --- | --- |');
    } else {
      const colon = text.indexOf(': ');
      const [what, found] = colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 2)];
      parts.push(`| ${cell(what)} | ${cell(found)} |`);
    }
  }
  return `${INTRO}\n${machine}\n${parts.join('\n')}\n`;
}

const cell = (text: string) => text.replaceAll('|', '\\|');
