/** Made-up pages in which words are repeated: in paragraphs, lists and tables, in English and in Chinese. */

/** A page, and what it shows from top to bottom. */
export interface MadePage {
  readonly html: string;
  /** The text of each block of its article: a paragraph, an item, a row with bars between its cells. */
  readonly blocks: readonly string[];
}

interface Words {
  readonly language: string;
  readonly places: readonly string[];
  readonly sentences: readonly ((place: string, number: string) => string)[];
  readonly heads: readonly string[];
  readonly around: readonly string[];
}

const ENGLISH: Words = {
  language: 'en',
  places: ['the Fentlo mill', 'the Ordas quarry', 'the Kelmo depot', 'the Ruska yard', 'Pier No. 7'],
  sentences: [
    (place, number) => `In 2023, ${place} shipped ${number} crates, as it had the year before.`,
    (place, number) => `About ${number} of what ${place} stores is salt; the rest isn’t weighed.`,
    (place, number) => `“We counted ${number} wagons twice,” said the keeper of ${place}.`,
    (place, number) => `Its neighbours say that ${place} lost ${number} workers (and a clerk) in the spring.`,
    (place, number) => `The council paid ${place} $${number} million for ropes, nets & tar.`,
    () => 'Nobody has said why.',
    () => 'The figures are those of the harbour office.',
  ],
  heads: ['Output', 'Stocks by place', 'What the office says', 'Outlook'],
  around: ['Home', 'Markets', 'In 2023, the Fentlo mill shipped 48 crates', 'Nobody has said why.', 'Subscribe now'],
};

const CHINESE: Words = {
  language: 'zh',
  places: ['芬洛磨坊', '奥达斯采石场', '凯尔莫仓库', '鲁斯卡货场', '七号码头'],
  sentences: [
    (place, number) => `2023年，${place}运出${number}箱货物，与上一年持平。`,
    (place, number) => `${place}的库存中约有${number}是盐，其余没有称重。`,
    (place, number) => `“我们把${number}辆货车数了两遍，”${place}的看守人说。`,
    (place, number) => `据邻居介绍，${place}春季减少了${number}名工人（还有一名文书）。`,
    (place, number) => `市政厅为绳索和渔网向${place}支付了${number}万元，尚未公布明细。`,
    () => '没有人说明原因。',
    () => '数据来自港务局。',
  ],
  heads: ['产量', '各地库存', '港务局的说法', '展望'],
  around: ['首页', '市场', '2023年，芬洛磨坊运出48箱货物', '没有人说明原因。', '立即订阅'],
};

/** Few, so that each stands in many places. */
const NUMBERS = ['48', '12', '3.5', '1,200', '90', '7.2', '520'];

/** The same pages for the same seed. */
export function madePages(count: number, seed: number): MadePage[] {
  const draw = drawer(seed);
  return Array.from({ length: count }, (_, i) => makePage(i % 2 === 0 ? ENGLISH : CHINESE, draw));
}

/** Draws a whole number below another one (a linear congruential generator). */
export function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function makePage(words: Words, draw: (below: number) => number): MadePage {
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const blocks: string[] = [];
  const html: string[] = [];
  const said: string[] = [];
  const gap = words.language === 'zh' ? '' : ' ';
  const paragraph = (): string => {
    // A paragraph in three says what another one has said.
    if (said.length > 2 && draw(3) === 0) return pick(said);
    const number = () => `${pick(NUMBERS)}${draw(3) === 0 ? '%' : ''}`;
    const text = Array.from({ length: 2 + draw(3) }, () => pick(words.sentences)(pick(words.places), number())).join(
      gap,
    );
    said.push(text);
    return text;
  };
  const add = (name: string, text: string) => {
    blocks.push(text);
    html.push(`<${name}>${marked(text, draw)}</${name}>`);
  };
  for (const head of words.heads) {
    add('h2', head);
    for (let i = 0; i < 3; i++) add('p', paragraph());
    html.push('<ul>');
    for (let i = 0; i < 2; i++) add('li', paragraph());
    html.push('</ul><table>');
    for (const row of [[head, '2022', '2023'], ...words.places.map((place) => [place, pick(NUMBERS), pick(NUMBERS)])]) {
      const name = blocks.length > 0 && row[1] === '2022' ? 'th' : 'td';
      blocks.push(row.join(' | '));
      html.push(`<tr>${row.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`);
    }
    html.push('</table>');
  }
  return { html: pageOf(words, html.join('\n')), blocks };
}

/** The same words with marks, references and breaks of lines in them. */
function marked(text: string, draw: (below: number) => number): string {
  const escaped = text.replace(/&/g, '&amp;');
  switch (draw(5)) {
    case 0:
      return escaped.replace(/\d[\d.,]*\d|\d/, (number) => `<b>${number}</b>`);
    case 1:
      return escaped.replace(/(?<=[ ，])\p{L}+/u, (word) => `<a href="#x"><em>${word}</em></a>`);
    case 2:
      return escaped.replace(/ /g, (space, at: number) => (at % 7 === 0 ? '\n      ' : space));
    case 3:
      return escaped.replace(/ (?=\d)/g, '&nbsp;');
    default:
      return escaped;
  }
}

/** What stands around the article repeats words of it. Each block has a screen of its own. */
function pageOf({ language, around }: Words, article: string): string {
  const links = around.map((words) => `<li><a href="/x">${words}</a></li>`).join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${around[1]}</title>
<style>h2, p, article li { margin-bottom: 1500px } td, th { height: 1500px; vertical-align: top }</style></head>
<body><article><p class="top">${around[0]}</p>${article}</article>
<aside><ul>${links}</ul></aside><footer>${around[3]}</footer></body></html>`;
}
