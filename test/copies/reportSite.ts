/** A report of 30 sources, and the sites that have them. All wording is ours. */
import { Buffer } from 'node:buffer';
import { createRequest } from '../../src/network/request';
import { answers, archiveWith, openSite, type Page, type Site } from '../links/site';
import { linesAt, pdfFile } from '../pdf/pdfFile';

const FILLER =
  'The works dissolve old magnets in acid and gain the metals back from the solution, batch by batch, all year round. ';
const FUELLER = '工厂用酸溶解废旧磁体，再从溶液中逐批分离出金属，全年不停。';

export const tonnes = (id: number) => `${100 + id} tonnes`;
const fact = (id: number) => `The works take in ${tonnes(id)} of magnets each month.`;
const faktum = (id: number) => `该工厂每月处理${100 + id}吨磁体。`;

export const htmlOf = (body: string, head = '') =>
  `<!doctype html><html><head><title>Works</title>${head}</head><body><nav><a href="/">Home</a></nav><main>${body}</main><footer>Imprint</footer></body></html>`;
const article = (id: number, said = fact(id)) =>
  htmlOf(`<h1>Works number ${id}</h1><p>${FILLER.repeat(6)}</p><p>${said}</p><p>${FILLER.repeat(6)}</p>`);

export const html = (body: string): Page => answers(200, { 'content-type': 'text/html; charset=utf-8' }, body);

function bytes(type: string, body: Uint8Array): Page {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  };
}

const pdf = (id: number) =>
  bytes('application/pdf', pdfFile([linesAt([`Works number ${id}`, FILLER]), linesAt([fact(id), FILLER])]));

const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');

const large: Page = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/pdf' });
  let left = 40;
  const send = () => {
    while (left-- > 0 && !response.destroyed) if (!response.write(MEGABYTE)) return void response.once('drain', send);
    response.end();
  };
  response.write('%PDF-1.7\n');
  send();
};

/** In ten pieces, with a pause after each. */
const slow = (body: string): Page => {
  const size = Math.ceil(body.length / 10);
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    const send = (at: number) => {
      response.write(body.slice(at, at + size));
      if (at + size < body.length) setTimeout(() => send(at + size), 30);
      else response.end();
    };
    send(0);
  };
};

/** 工厂 in GBK, with ASCII around it. */
const GBK = Buffer.concat([
  Buffer.from('<!doctype html><html><head><meta charset="gbk"><title>Works</title></head><body><main><h1>'),
  Buffer.from([0xb9, 0xa4, 0xb3, 0xa7]),
  Buffer.from(`</h1><p>${fact(30)}</p></main></body></html>`),
]);

const SCHOLARLY = '<meta name="citation_title" content="Works"><meta name="citation_doi" content="10.1000/w">';

/** By the path of the source. What is not in it is 404. */
const PAGES: Readonly<Record<string, (other: string) => Page>> = {
  // The first does not say what it is cited for.
  '/1': () => html(article(1, 'The works do not say what they take in.')),
  ...Object.fromEntries(
    Array.from({ length: 13 }, (_, i) => i + 2).map((id) => [
      `/${id}`,
      () =>
        html(id < 10 ? article(id) : htmlOf(`<h1>第${id}号工厂</h1><p>${FUELLER.repeat(6)}</p><p>${faktum(id)}</p>`)),
    ]),
  ),
  ...Object.fromEntries([15, 16, 17, 18].map((id) => [`/${id}`, () => pdf(id)])),
  '/19': (other) => answers(301, { location: `${other}/nineteen` }),
  '/22': () => html(htmlOf(`<h1>Works number 22</h1><p>${FILLER.repeat(3)}</p><p>Subscribe to continue reading.</p>`)),
  '/23': () =>
    html(htmlOf(`<h1>Works</h1><h2>Abstract</h2><p>${FILLER.repeat(4)}</p><p>Access this article</p>`, SCHOLARLY)),
  '/24': () => large,
  '/25': () => slow(article(25)),
  '/26': () => html('<html><body><div id="root"></div><script src="/app.js"></script></body></html>'),
  '/27': () => html(htmlOf(`<h1>Works number 27</h1><p>${FILLER.repeat(4)} …</p><p><a href="/more">Read more</a></p>`)),
  '/closed/28': () => html(article(28)),
  '/29': () => html(htmlOf('<h1>您访问的页面不存在</h1><p>返回首页</p>')),
  '/30': () => bytes('text/html', GBK),
  '/robots.txt': () => answers(200, {}, 'User-agent: *\nDisallow: /closed/\n'),
};

const PATHS = Array.from({ length: 30 }, (_, i) => (i === 27 ? '/closed/28' : `/${i + 1}`));

export interface ReportSite {
  readonly brief: string;
  readonly site: Site;
  readonly other: Site;
  readonly archive: Site;
  /** All that was asked for, with the host. */
  asked(): readonly string[];
  /** How many pages of one site were on their way together, at most. */
  mostAtOnce(): number;
  readonly request: ReturnType<typeof createRequest>;
  close(): Promise<void>;
}

export async function openReport(): Promise<ReportSite> {
  let [now, most] = [0, 0];
  const counted =
    (page: Page): Page =>
    (request, response) => {
      most = Math.max(most, ++now);
      response.once('close', () => now--);
      page(request, response);
    };
  const other = await openSite({ '/nineteen': html(article(19)) });
  const pages = Object.entries(PAGES).map(([path, page]) => [path, counted(page(other.origin))] as const);
  const site = await openSite(Object.fromEntries(pages));
  const stamp = '20240203040506';
  const copy = { url: `http://web.archive.org/web/${stamp}/${site.origin}/20`, timestamp: stamp };
  const archive = await openSite({
    '/wayback/available': archiveWith({ [`${site.origin}/20`]: copy }),
    [`/web/${stamp}id_/${site.origin}/20`]: html(article(20)),
  });
  const send = createRequest(async () => [{ address: '127.0.0.1', family: 4 }]);
  const sites = [site, other, archive];
  return {
    brief: briefOf(site.origin),
    site,
    other,
    archive,
    asked: () => sites.flatMap(({ origin, asked }) => asked.map((each) => `${origin} ${each}`)),
    mostAtOnce: () => most,
    // The archive is another one here.
    request: (wanted) =>
      wanted.url.startsWith('https://web.archive.org/')
        ? send({ ...wanted, url: wanted.url.replace('https://web.archive.org', archive.origin), allowPrivate: true })
        : send(wanted),
    close: async () => {
      for (const each of sites) await each.close();
    },
  };
}

function briefOf(origin: string): string {
  const sources = PATHS.map((path, i) => `  - id: ${i + 1}\n    title: Works\n    url: ${origin}${path}\n`);
  const claims = PATHS.map((_, i) => `- The works take in ${tonnes(i + 1)} of magnets each month [${i + 1}].\n`);
  return `---\ntitle: Magnets\nsources:\n${sources.join('')}---\n\n${claims.join('')}`;
}
