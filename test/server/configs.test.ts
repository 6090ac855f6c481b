import assert from 'node:assert/strict';
import type { ConfigFile } from '../../src/core';
import { configText } from '../../src/files/named/namedFileKinds';
import { createConfigs } from '../../src/server/workspace/configs';
import type { WorkspaceFiles } from '../../src/server/workspace/workspaceFiles';

const URI = 'file:///briefs/a.brief';

function configOf(text: string): ConfigFile {
  return { ...configText(text), uri: 'file:///briefs/brief.config.yaml', bibliography: [], library: null, texts: [] };
}

describe('The configuration of a document', () => {
  it('is what the look that began last found, also where an earlier one ends later', async () => {
    const looks: ((file: ConfigFile | null) => void)[] = [];
    const files: WorkspaceFiles = {
      config: () => new Promise((resolve) => looks.push(resolve)),
      overlay: () => undefined,
      changed: () => undefined,
      reaches: () => true,
      briefs: async function* () {},
      isBrief: async () => false,
      read: async () => null,
    };
    const configs = createConfigs(files, () => undefined);
    const loads = [configs.load(URI), configs.load(URI)];
    const [first, second] = [configOf('include: a.md\n'), configOf('include: b.md\n')];
    looks[1]?.(second);
    looks[0]?.(first);
    await Promise.all(loads);
    assert.equal(configs.of(URI)?.file, second);
  });
});
