/** The roles of HTML elements for a reader. */
import { isHiddenFormula, MATH_FORMS } from '../mathMl';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that begin and end a paragraph. */
export const BLOCKS = set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu ol p pre search section summary title ul',
);

/** Elements whose content isn't the text of the page: programs, controls, navigation, pictures. */
const UNREAD = set(
  'script style template noscript svg canvas iframe object audio video map nav button label select datalist textarea menu noembed noframes dialog',
);

export const VOID = set('area base br col embed hr img input link meta param source track wbr mspace none mprescripts');

/** The open elements that the start of an element ends, if they are the innermost ones, by its name. */
export const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...'address article aside blockquote center details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
    .split(' ')
    .map((name): [string, ReadonlySet<string>] => [name, set('p')]),
  ['li', set('li p')],
  ['dt', set('dt dd p')],
  ['dd', set('dt dd p')],
  ['tr', set('td th tr p')],
  ['td', set('td th p')],
  ['th', set('td th p')],
  ['tbody', set('td th tr thead tbody p')],
  ['tfoot', set('td th tr thead tbody p')],
  ['body', set('head title')],
]);

const HIDING = /(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i;

export function isUnread(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return (
    UNREAD.has(name) ||
    MATH_FORMS.has(name) ||
    attributes.has('hidden') ||
    (HIDING.test(attributes.get('style') ?? '') && !isHiddenFormula(attributes.get('class') ?? '')) ||
    /^(?:navigation|search|menu|menubar|button)$/i.test(attributes.get('role') ?? '')
  );
}
