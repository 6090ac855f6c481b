import { parseBrief } from '../../brief/parseBrief';
import { yamlEntry } from '../../rules/fixes/sources/sourceInYaml';
import { cleanFields, type KnownFields, keyOf } from './addSource';

/**
 * The entry of a source for `sources` in the front matter, as a list of one in YAML, with a key made of its author or site and
 * its year.
 */
export function sourceEntry(fields: KnownFields): string {
  const known = cleanFields(fields);
  const key = keyOf(known);
  const id = typeof key === 'string' ? key : key(new Set());
  return `${yamlEntry(parseBrief(''), { ...known, id }, 0)}\n`;
}
