import { indexLines } from '../../../../src/core';
import type { ConfigFile } from '../../../../src/core/brief/config/config';
import { readConfig } from '../../../../src/core/brief/config/readConfig';

export const CONFIG_URI = 'file:///briefs/brief.config.yaml';

/** A configuration of this text; the files that it names are given. */
export function configFile(
  text: string,
  files: Partial<Pick<ConfigFile, 'bibliography' | 'library' | 'texts' | 'unreadable'>> = {},
): ConfigFile {
  const config = readConfig(text);
  return {
    uri: CONFIG_URI,
    text,
    lines: indexLines(text),
    config,
    bibliography: [],
    library: null,
    texts: [],
    ...files,
  };
}
