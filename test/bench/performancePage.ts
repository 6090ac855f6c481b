import { cpus, totalmem } from 'node:os';

const INTRO = `# Performance

This page shows the cost of a keystroke, a check and a start, as measured by \`npm run bench\`. Compare the ratios: both sides were
measured in one run on one machine. \`npm run bench:quick\` takes two minutes, without long texts and other programs;
\`npm run bench -- changes preview\` runs only those two parts. With \`--write\`, what was measured takes its place on this page. Each
part names the build and the machine; \`npm run release:check\` fails where one is not of today's build.
`;

/**
 * The page of the documentation that says what was measured, of which build and on which machine.
 *
 * @param lines as they were printed: those that are not indented name what those below them say
 * @param build a name for the code that was measured
 * @param before the page as it was: parts that were not measured again stay as they are, with the build that they are of
 */
export function performancePage(lines: readonly string[], build: string, before: string): string {
  const [{ model = 'an unknown processor' } = {}, ...others] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${others.length + 1} cores (${model}), ${memory} GB, Node ${process.versions.node}`;
  const parts = partsOf(before);
  let heading = '';
  for (const line of lines) {
    const text = line.trim();
    if (text === line) {
      heading = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
      parts.set(heading, `${OF_BUILD}\`${build}\`, on ${machine}.\n\n| | |\n| --- | --- |\n`);
    } else {
      const colon = text.indexOf(': ');
      const [what, found] = colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 2)];
      parts.set(heading, `${parts.get(heading) ?? ''}| ${cell(what)} | ${cell(found)} |\n`);
    }
  }
  const sections = [...parts].map(([title, text]) => `\n## ${title}\n\n${text}`);
  return `${INTRO}${sections.join('')}`;
}

/** The parts of a page that were measured of another build, by their headings. */
export function measuredOfOthers(page: string, build: string): string[] {
  return [...partsOf(page)].flatMap(([title, text]) => (text.startsWith(`${OF_BUILD}\`${build}\``) ? [] : [title]));
}

const OF_BUILD = 'Of the build ';

function partsOf(page: string): Map<string, string> {
  const [, ...sections] = page.split(/^## /m);
  return new Map(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return [title, `${lines.join('\n').trim()}\n`];
    }),
  );
}

const cell = (text: string) => text.replaceAll('|', '\\|');
