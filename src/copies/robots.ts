/** Rules of a host for programs, from its `robots.txt` (RFC 9309). */

/** Our name in these rules, as in the header `User-Agent` without its version. */
const AGENT = 'researchbriefs';

/** A rule for paths that begin with a pattern. The longest matching rule counts; of two as long, the one that allows. */
export interface RobotsRule {
  readonly allow: boolean;
  /** Pattern with `*` for any characters, and `$` at its end for the end of the path. */
  readonly path: string;
}

/** Most lines to read, and most characters of a line. */
const MOST_LINES = 20_000;
const LONGEST_PATH = 2000;

/** Reads the rules for us: those for our name, else those for all. */
export function readRobots(text: string): readonly RobotsRule[] {
  const ours: RobotsRule[] = [];
  const others: RobotsRule[] = [];
  let agents: string[] = [];
  let isOpen = false;
  let isNamed = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, MOST_LINES)) {
    const [, key = '', value = ''] = /^\s*([a-z-]{1,40})\s*:\s*([^#]*)/i.exec(line.slice(0, LONGEST_PATH)) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      if (!isOpen) agents = [];
      isOpen = true;
      agents.push(/^[a-z_-]+|^\*/i.exec(value)?.[0].toLowerCase() ?? '');
      isNamed ||= agents.includes(AGENT);
    } else if (name === 'allow' || name === 'disallow') {
      isOpen = false;
      const path = value.trim();
      if (path === '') continue;
      const rule = { allow: name === 'allow', path };
      if (agents.includes(AGENT)) ours.push(rule);
      else if (agents.includes('*')) others.push(rule);
    }
  }
  return isNamed ? ours : others;
}

/** True if the rules let us ask for a page. */
export function allows(rules: readonly RobotsRule[], { pathname, search }: URL): boolean {
  const path = decoded(`${pathname}${search}`);
  let best: RobotsRule | null = null;
  for (const rule of rules) {
    const isLonger = best === null || rule.path.length > best.path.length;
    const isAsLong = rule.path.length === best?.path.length;
    if ((isLonger || (isAsLong && rule.allow)) && fits(decoded(rule.path), path)) best = rule;
  }
  return best?.allow ?? true;
}

/** Tells whether a pattern fits a path. Goes through the path once, whatever the pattern is. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1;
    if (isLast && isWhole) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === path.length;
}

/** Decodes a path for comparison: `%E4` and the letter itself are equal. Codes of signs with a meaning in addresses stay. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
