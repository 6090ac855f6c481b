/** Names of authors: those of people in their parts, all others as they are written. */
import { namesInstitution } from '../library/institutions';

/** A name as CSL has it: that of a person in its parts, any other as it is written. */
export interface NameParts {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
  readonly literal?: string;
}

/** Written from the family on, and not cut: a style sets them as they are. */
export const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/i;
/** Small words before a family name that belong to it: "van Gogh", "de la Cruz". */
const PARTICLE =
  /^(?:af|al|ap|d'|da|das|de|del|della|den|der|di|do|dos|du|el|la|las|le|los|ten|ter|van|von|vom|zu|zum|zur)$/;
const MOST_WORDS = 6;

/**
 * A name as one writes it: `Ada Lovelace`, `Lovelace, Ada`, `Martin Luther King, Jr.`, `U.S. Geological Survey`, `袁隆平`.
 *
 * @param publisher whoever publishes their own work is not a person to be turned around
 */
export function partsOfName(written: string, publisher?: string): NameParts {
  const name = written.trim().replace(/\s+/g, ' ');
  const braced = /^\{(.*)\}$/.exec(name)?.[1];
  if (braced !== undefined) return { literal: braced };
  if (FAMILY_FIRST.test(name) || name === publisher?.trim()) return { literal: name };
  const [first = '', second = '', third, ...more] = name.split(/,\s*/);
  if (more.length > 0 || namesInstitution(name) || /[\d&@/:]/.test(name)) return { literal: name };
  if (third !== undefined)
    return SUFFIX.test(third)
      ? withParticle(first, second, third)
      : SUFFIX.test(second)
        ? withParticle(first, third, second)
        : { literal: name };
  if (second !== '') return SUFFIX.test(second) ? { ...inOrder(first), suffix: second } : withParticle(first, second);
  return inOrder(first);
}

/** Given names first. One word, or as many as in a title, are not a person's name that could be turned around. */
function inOrder(name: string): NameParts {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length < 2 || words.length > MOST_WORDS) return { literal: name };
  // "BBC News" and "OECD iLibrary" begin with the capitals of an institution; "J.R.R. Tolkien" with initials.
  if (/^\p{Lu}{3,}$/u.test(words[0] ?? '')) return { literal: name };
  if (words.length > 2 && SUFFIX.test(last)) return { ...inOrder(words.slice(0, -1).join(' ')), suffix: last };
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && PARTICLE.test(word));
  const cut = particle > 0 ? particle : words.length - 1;
  return withParticle(words.slice(cut).join(' '), words.slice(0, cut).join(' '));
}

function withParticle(family: string, given: string, suffix?: string): NameParts {
  const words = family.split(' ');
  const end = words.findIndex((word) => !PARTICLE.test(word));
  const particle = end > 0 ? words.slice(0, end).join(' ') : '';
  return {
    family: end > 0 ? words.slice(end).join(' ') : family,
    given,
    ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}
