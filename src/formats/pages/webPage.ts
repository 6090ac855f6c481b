/** A web page as a report: its text as Markdown, with the list that its raised numbers lead to as a list of sources. */
import { say } from '../../core/base/say';
import { writeHtml } from '../pastedHtml';
import { readOwnPage } from './ownPage';

/** A report as Markdown, or the reason why it can't be read. */
export type ReadReport =
  | {
      readonly markdown: string;
      /** Addresses in parts that are not text of the report, such as the navigation of a page. */
      readonly leftOut: readonly string[];
    }
  | {
      /** Reason why the report can't be read, as a clause. */
      readonly error: string;
    };

const WITHOUT: ReadonlySet<string> = new Set(['nav']);
const SOURCES =
  /^\W*(?:(?:data |key |cited )?sources|references|bibliography|works cited|citations|quellen|références|fuentes|来源|參考文獻|参考文献|参考资料|资料来源|出典)\W*$/i;

/** Turns a page into Markdown. Nothing of it is run or loaded. */
export function readWebPage(html: string): ReadReport {
  const own = readOwnPage(html);
  if (own) return own;
  const places = new Set<string>();
  const leftOut = new Set<string>();
  let isListed = false;
  let hasTitle = false;
  const writer = writeHtml(html, {
    without: WITHOUT,
    // Parts that are shown only once somebody opens them, and links from a note back to its citation.
    leavesOut: (name, { popover, role, class: classes }) =>
      popover !== undefined || role === 'doc-backlink' || (name === 'span' && classes === 'back'),
    onPlace: (id) => places.add(id),
    onLeftOut: (url) => leftOut.add(url),
    onHeading: (words) => {
      hasTitle = true;
      if (SOURCES.test(words)) isListed = true;
    },
    onItem: (into, id) => {
      if (isListed || id === '' || !places.has(id)) return;
      // The notes of a page under no heading, or under one that doesn't say that they are sources.
      isListed = true;
      into.heading(2);
      into.text('Sources');
      into.block();
    },
  });
  if (!writer) return { error: say('its elements are nested more than 1,000 deep') };
  const title = hasTitle ? undefined : /<title[^<>]*>([^<>]{1,300})<\/title>/i.exec(html)?.[1]?.trim();
  const body = writer.whole();
  return { markdown: `${title ? `# ${title}\n\n` : ''}${body}\n`, leftOut: [...leftOut] };
}
