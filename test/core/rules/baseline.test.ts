import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { checkBrief, parseBrief } from '../../../src/core';
import { indexLines } from '../../../src/core/base/text';
import { readConfig } from '../../../src/core/brief/config/readConfig';
import { MOST_PROBLEMS } from '../../../src/core/rules';
import {
  compareWith,
  fromFolderOf,
  readBaseline,
  withoutKnownOf,
  writeBaseline,
} from '../../../src/core/rules/baseline';

const TEXT = '# Ore\n\n## Supply\n\n- Output rose by 4% [9] in 中国, of 2024.\n';

describe('a baseline', () => {
  const foundIn = (text: string) => {
    const brief = parseBrief(text);
    return compareWith(new Map(), brief, checkBrief(brief)).found;
  };

  it('knows a problem by SHA-256 of what is underlined, and of what is around it', () => {
    const sha = (...parts: readonly string[]) => {
      const hash = createHash('sha256');
      if (parts.length > 1) hash.update(JSON.stringify(parts.map((part) => Buffer.byteLength(part))));
      for (const part of parts) hash.update(part);
      return hash.digest('base64');
    };
    const fingerprint = sha('9', sha('Output rose by 4% in 中国, of 2024.'))
      .slice(0, 16)
      .replaceAll('+', '-')
      .replaceAll('/', '_');
    assert.deepEqual([...foundIn(TEXT)], [[`citation/unknown-source ${fingerprint}`, 1]]);
  });

  it('knows a claim without a source by all of its words, whichever are underlined', () => {
    const text = 'Output rose by 4% in 2024.';
    const brief = parseBrief(`# Ore\n\n- ${text}\n`);
    const [problem, ...others] = checkBrief(brief);
    assert.ok(problem && others.length === 0);
    const underline = (words: string) => {
      const start = brief.text.indexOf(words);
      return { ...problem, span: { start, end: start + words.length } };
    };
    const keys = ['4%', '2024', text].map((words) => [...compareWith(new Map(), brief, [underline(words)]).found]);
    assert.deepEqual(keys[0], keys[2]);
    assert.deepEqual(keys[1], keys[2]);
    checkBrief(brief, {
      withoutKnown: (of, problems) => {
        assert.deepEqual([...compareWith(new Map(), of, problems).found], keys[2]);
        return problems;
      },
    });
  });

  it('knows problems of a rule with digits in its code', () => {
    const files = new Map([['a.brief', new Map([['number/over-100 abc', 1]])]]);
    assert.deepEqual(readBaseline(writeBaseline(files)), { files });
  });

  it('reads what it writes, and says what is wrong with another text', () => {
    const files = new Map([['notes/a.brief', foundIn(TEXT)]]);
    const read = readBaseline(writeBaseline(files));
    assert.deepEqual(read, { files });
    assert.deepEqual(readBaseline('[1]'), { error: 'it is not an object' });
    assert.deepEqual(readBaseline('<<<<<<< ours\n'), { error: 'a merge has left its marks in it' });
  });

  it('names a file by its path from the folder of the baseline', () => {
    const at = 'file:///briefs/known/base.json';
    assert.equal(fromFolderOf(at, 'file:///briefs/known/a.brief'), 'a.brief');
    assert.equal(fromFolderOf(at, 'file:///briefs/my%20notes/a.brief'), '../my notes/a.brief');
  });

  it('leaves its problems out before it is counted how many are shown', () => {
    const text = `# Ore\n\n${Array.from({ length: 1500 }, (_, n) => `- Output of pit ${n} rose by 4%.\n`).join('')}`;
    const brief = parseBrief(text);
    const found = new Map<string, number>();
    checkBrief(brief, {
      withoutKnown: (of, problems) => {
        for (const [key, count] of compareWith(new Map(), of, problems).found) found.set(key, count);
        return problems;
      },
    });
    assert.equal(found.size, 1501);
    const config = {
      uri: 'file:///briefs/brief.config.yaml',
      text: '',
      lines: indexLines(''),
      config: readConfig('baseline: known.json'),
      bibliography: [],
      library: null,
      texts: [],
      baseline: { path: 'known.json', text: '', files: new Map([['a.brief', found]]), missing: false },
    };
    const others = (uri: string) => {
      const withoutKnown = withoutKnownOf(config, uri);
      return checkBrief(parseBrief(`${text}- Stocks fell by 3%.\n`), withoutKnown ? { withoutKnown } : {});
    };
    assert.deepEqual(
      others('file:///briefs/a.brief').map(({ rule, span }) => [rule, span.start - text.length]),
      [['citation/missing', 17]],
    );
    assert.equal(others('file:///briefs/b.brief').length, MOST_PROBLEMS);
  });
});
