import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readingsAmong, rowsOf } from '../../../src/files/kept/answers';
import { openReadings } from '../../../src/files/kept/readings';
import { folderWith } from '../../cli/runBrief';

const READER = { url: 'http://127.0.0.1/v1', model: 'm', kind: 'quotes' } as const;
const QUESTION = { language: 'en', hash: 'a1' };

describe('The answers of second readers that are kept', () => {
  let folder: ReturnType<typeof folderWith>;
  beforeEach(() => {
    folder = folderWith({});
  });
  afterEach(() => folder.remove());

  const keep = (answer: string, reader: Parameters<ReturnType<typeof openReadings>['keep']>[0] = READER) => {
    const kept = openReadings(1, folder.path);
    kept.keep(reader, QUESTION, answer, '2026-12-02');
    kept.write();
  };

  it('are found by model and question, and by the question alone', () => {
    keep('A');
    keep('B', { ...READER, url: 'vscode:x/y' });
    const kept = openReadings(1, folder.path);
    assert.equal(kept.by(READER, QUESTION)?.answer, 'A');
    assert.equal(kept.by({ ...READER, model: 'other' }, QUESTION), undefined);
    assert.equal(kept.by(READER, { ...QUESTION, language: 'zh' }), undefined);
    assert.deepEqual(
      kept.to([QUESTION]).map(({ answer }) => answer),
      ['A', 'B'],
    );
    assert.deepEqual(kept.to([{ language: 'en', hash: 'b2' }]), []);
  });

  it('are found as soon as they came, before anything is written', () => {
    const kept = readingsAmong(rowsOf([]), () => {});
    kept.keep(READER, QUESTION, 'A', '2026-12-02');
    kept.keep(READER, QUESTION, 'B', '2026-12-03');
    assert.equal(kept.by(READER, QUESTION)?.answer, 'B');
    assert.deepEqual(
      kept.to([QUESTION]).map(({ day }) => day),
      ['2026-12-03'],
    );
  });

  it('are those of one version of the prompts', () => {
    keep('A');
    assert.equal(openReadings(2, folder.path).by(READER, QUESTION), undefined);
  });

  it('are none where nothing is kept, and where the file is damaged', () => {
    openReadings(1, null).write();
    keep('A');
    const [name = ''] = readdirSync(folder.path);
    for (const content of ['{', '[["x"]]', '[[1, 2, 3, 4, 5, 6, 7]]', '{}']) {
      writeFileSync(join(folder.path, name), content);
      assert.deepEqual(openReadings(1, folder.path).to([QUESTION]), []);
    }
    keep('B');
    assert.equal(openReadings(1, folder.path).by(READER, QUESTION)?.answer, 'B');
  });
});
