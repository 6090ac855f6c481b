import fc from 'fast-check';

/** How sources are declared: the head and the tail of a brief that declares them. */
const PLACES = [
  'front matter',
  'flow',
  'section',
  'paragraph',
  'ordered',
  'definitions',
  'footnotes',
  'mixed',
] as const;

interface Declared {
  readonly id: string;
  readonly title: string;
}

const WORDS = ['ore', 'magnets', 'alloys', 'smelters', 'prices', 'exports', 'mines', 'plants', '稀土', '磁体'];
const KEYS = ['usgs-2024', 'usgs', 'doe:a.b', '郭2025', 'iea_1', 'k'];

/** A citation of some ids in one of the forms that they can take. */
function citation(ids: readonly string[], form: number): string {
  const [first = '1'] = ids;
  const numbers = ids.every((id) => /^\d+$/.test(id));
  if (first.startsWith('^')) return `[${first}]`;
  if (!numbers) {
    const keys = ids.map((id) => `@${id}`);
    return form % 3 === 0 ? `[${keys.join('; ')}]` : form % 3 === 1 ? `[see ${keys[0]}, p. 3]` : `${keys[0]} says`;
  }
  switch (form % 9) {
    case 0:
      return ids.map((id) => `[${id}]`).join('');
    case 1:
      return `[${ids.join(', ')}]`;
    case 2:
      return `[${first}, p. 3]`;
    case 3:
      return `【${ids.join('，')}】`;
    case 4:
      return `<sup>${ids.join(',')}</sup>`;
    case 5:
      return [...first].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
    case 6:
      return `[@${first}]`;
    case 7:
      return `[${Math.min(...ids.map(Number))}-${Math.max(...ids.map(Number))}]`;
    default:
      return `[words][${first}]`;
  }
}

function declarationsOf(sources: readonly Declared[], place: (typeof PLACES)[number]): { head: string; tail: string } {
  const yaml = sources.map(
    ({ id, title }, i) =>
      `${i % 3 === 1 ? `  # about ${title}\n` : ''}  - id: ${id}\n    title: ${title}\n    url: https://example.org/${i}\n`,
  );
  const label = (id: string) => (/^\d+$/.test(id) ? `[${id}]` : `[@${id}]`);
  const section = (lines: readonly string[]) => `\n## Sources\n\n${lines.join('\n')}\n`;
  switch (place) {
    case 'front matter':
      return {
        head: `---\nsources:\n${yaml.join('')}figures:\n  - id: share\n    value: 5\n    cites: [${sources[0]?.id}]\n---\n`,
        tail: '',
      };
    case 'flow':
      return {
        head: `---\nsources:\n${sources.map(({ id, title }) => `  - { id: ${id}, title: ${title}, publisher: P }\n`).join('')}---\n`,
        tail: '',
      };
    case 'section':
      return {
        head: '',
        tail: section(
          sources.map(
            ({ id, title }, i) =>
              `${i % 3 === 1 ? '<!-- above -->\n' : ''}- ${label(id)} ${title}, https://example.org/${i}${i % 4 === 2 ? '\n  more words' : ''}`,
          ),
        ),
      };
    case 'paragraph':
      return {
        head: '',
        tail: section(sources.map(({ id, title }, i) => `${label(id)} ${title}, https://example.org/${i}`)),
      };
    case 'ordered':
      return { head: '', tail: section(sources.map(({ title }, i) => `${i + 1}. ${title}, https://example.org/${i}`)) };
    case 'definitions':
      return {
        head: '',
        tail: `\n${sources.map(({ id, title }, i) => `[${/^\d+$/.test(id) ? '' : '@'}${id}]: https://example.org/${i} "${title}"`).join('\n')}\n`,
      };
    case 'footnotes':
      return {
        head: '',
        tail: `\n${sources.map(({ id, title }, i) => `[^${id}]: ${title}, https://example.org/${i}`).join('\n')}\n`,
      };
    case 'mixed': {
      const half = Math.ceil(sources.length / 2);
      const front = declarationsOf(sources.slice(0, half), 'flow');
      const back = declarationsOf(sources.slice(half), 'section');
      return { head: front.head, tail: back.tail };
    }
  }
}

/** A brief that cites its sources in all forms, which has each source's title once, so that one can tell them apart. */
export const citedBrief = fc
  .record({
    keyed: fc.boolean(),
    place: fc.constantFrom(...PLACES),
    count: fc.integer({ min: 1, max: 6 }),
    order: fc.array(fc.nat({ max: 99 }), { minLength: 6, maxLength: 6 }),
    sentences: fc.array(
      fc.record({
        word: fc.constantFrom(...WORDS),
        item: fc.boolean(),
        cites: fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 3 }),
        form: fc.nat({ max: 8 }),
        end: fc.constantFrom('.', '', ' (2024).', '。'),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    lineBreak: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ keyed, place, count, order, sentences, lineBreak }) => {
    const isCounted = place === 'ordered';
    const ids = (keyed && !isCounted && place !== 'footnotes' ? KEYS : ['1', '2', '3', '4', '5', '6']).slice(0, count);
    const shuffled = isCounted
      ? ids
      : ids
          .map((id, i) => ({ id, at: order[i] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ id }) => id);
    const sources = shuffled.map((id, i) => ({ id, title: `Work${'ABCDEF'[i]}` }));
    const { head, tail } = declarationsOf(sources, place);
    const sign = place === 'footnotes' ? '^' : '';
    const body = sentences.map(({ word, item, cites, form, end }) => {
      const cited = [...new Set(cites.map((at) => `${sign}${ids[at % ids.length] ?? '1'}`))];
      return `${item ? '- ' : ''}China holds 90% of ${word} ${citation(cited, form)}${end}\n${item ? '' : '\n'}`;
    });
    const insert = place === 'front matter' ? '\nIt is {{share}}.\n' : '';
    return `${head}# Title\n\n${body.join('')}${insert}${tail}`.replaceAll('\n', lineBreak);
  });
