/** What a host wants of programs, by its `robots.txt` (RFC 9309). */

/** Our name there: that of the header `User-Agent`, without its version. */
const AGENT = 'researchbriefs';

/** A path begins so. The longest that fits counts; of two as long, the one that allows. */
export interface RobotsRule {
  readonly allow: boolean;
  /** With `*` for any characters, and `$` at its end. */
  readonly path: string;
}

/** In lines, and in characters of one: what is more is not read. */
const MOST_LINES = 20_000;
const LONGEST_PATH = 2000;

/** Reads the rules for us: those of our name, else those for all. */
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

/** Whether the rules let us ask for a page. */
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

/** Goes through the path once, whatever the pattern is. */
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

/** `%E4` and the letter itself are the same; what stands for a sign of addresses stays. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
