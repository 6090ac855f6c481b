import { findFences } from '../../document/frontMatter/fences';
import { linesOf } from '../../document/frontMatter/lines';
import { cutKeys } from '../../document/frontMatter/pieces';
import { readYaml } from '../../document/frontMatter/yaml/plainYaml';
import type { YamlNode } from '../../document/frontMatter/yaml/yamlTree';

/**
 * Reads which bibliographies a file of another program names: `bibliography` at the top, and in `project` as in MyST.
 * Never throws: an unreadable file names none.
 *
 * @param name of the file; a file other than YAML has its keys between fences at the top
 * @returns the written values, each once; they need not be paths
 */
export function bibliographiesIn(name: string, text: string): readonly string[] {
  const yaml = /\.ya?ml$/i.test(name) ? { start: 0, end: text.length } : findFences(text)?.yaml;
  if (!yaml) return [];
  const named = new Set<string>();
  for (const { key, start, end } of cutKeys(text, linesOf(text, yaml)).keys) {
    if (key.name !== 'bibliography' && key.name !== 'project') continue;
    const { node } = readYaml(text.slice(start, end), start);
    const value = valueIn(node, key.name);
    for (const path of textsIn(key.name === 'project' ? valueIn(value, 'bibliography') : value)) named.add(path);
  }
  return [...named];
}

function valueIn(node: YamlNode | null, name: string): YamlNode | null {
  return node?.kind === 'map' ? (node.pairs.find(({ key }) => key === name)?.value ?? null) : null;
}

function textsIn(node: YamlNode | null): string[] {
  return (node?.kind === 'list' ? node.items : [node]).flatMap((item) => (item?.kind === 'text' ? item.value : []));
}
