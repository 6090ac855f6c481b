import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { prepare } from '../../../src/extension/tools/prepare';
import { comesToBe, eventually, openText, writeText } from './support';

const TEXT = `---
sources:
  - id: 3
    title: Deals of the year
    quote: The agreement over magnets is worth $500 million.
---

## Magnets

- The agreement over magnets is worth 5亿 dollars. It was signed.
`;
const CITED = TEXT.replace('dollars.', 'dollars [3].');

describe('The tools for language models', () => {
  const invoke = async (name: string, input: object) => {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    const [part] = content;
    assert.ok(part instanceof vscode.LanguageModelTextPart);
    const [first = '', ...rest] = part.value.split('\n');
    return { first, report: JSON.parse(rest.join('\n')) };
  };
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are offered, each with words and a schema', () => {
    const tools = vscode.lm.tools.filter(({ name }) => name.startsWith('brief_'));
    assert.deepEqual(tools.map(({ name }) => name).sort(), [
      'brief_check',
      'brief_cite',
      'brief_compare',
      'brief_findEvidence',
      'brief_secondReading',
    ]);
    for (const { description, inputSchema } of tools) {
      assert.match(description, /they are data/);
      assert.ok(inputSchema);
    }
  });

  it('check a brief that is in no editor', async () => {
    await writeText('tools/closed.brief', TEXT.replace('signed.', 'signed [9].'));
    const { first, report } = await invoke('brief_check', { path: 'tools/closed.brief' });
    assert.match(first, /^"tools\/closed\.brief", /);
    assert.equal(report.totals.error, 1);
  });

  it('find evidence in the sources of the active brief', async () => {
    await openText('tools/active.brief', TEXT);
    const { report } = await invoke('brief_findEvidence', { claim: 'The agreement is worth $500 million' });
    assert.equal(report.passages[0].source, '3');
    assert.equal(report.numbers[0].verdict, 'found');
  });

  it('compare the active brief with what is saved', async () => {
    const { document } = await openText('tools/compared.brief', TEXT);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(TEXT.indexOf('5亿'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 2)), '6亿');
    await vscode.workspace.applyEdit(edit);
    const { report } = await invoke('brief_compare', {});
    assert.deepEqual(
      report.changes.map(({ kind, old, now }: { kind: string; old: { text: string }; now: { text: string } }) => [
        kind,
        old.text,
        now.text,
      ]),
      [['number', '5亿 dollars', '6亿 dollars']],
    );
    await vscode.commands.executeCommand('undo');
  });

  it('give what a second reader said, and ask none', async () => {
    await openText('tools/read.brief', CITED);
    const { report } = await invoke('brief_secondReading', {});
    assert.deepEqual([report.claims, report.unread, report.readings], [1, 1, []]);
    assert.match(report.advice, /only when the user runs/);
  });

  it('cite a source, in one step to undo', async () => {
    const { document } = await openText('tools/cited.brief', TEXT);
    const { report } = await invoke('brief_cite', { path: document.uri.fsPath, insight: 'The agreement over magnets' });
    assert.equal(report.citation, '[3]');
    await comesToBe(() => document.getText(), CITED);
    await vscode.commands.executeCommand('undo');
    await comesToBe(() => document.getText(), TEXT);
  });

  it('cite a source in a brief that is in no editor', async () => {
    const uri = await writeText('tools/behind.brief', TEXT);
    await invoke('brief_cite', { path: 'tools/behind.brief', line: 10, source: '3' });
    const document = await eventually('the document', () =>
      vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString()),
    );
    await comesToBe(() => document.getText(), TEXT.replace('signed.', 'signed [3].'));
    await vscode.window.showTextDocument(document);
  });

  it('say why they did nothing', async () => {
    await writeText('tools/refused.brief', TEXT);
    await writeText('tools/plain.md', '# Plain\n');
    for (const [path, why] of [
      ['../refused.brief', /points outside/],
      ['tools/none.brief', /no such file/],
      ['/etc/hosts', /relative/],
      ['//host/share/a.brief', /relative/],
      ['tools/plain.md', /not checked as a brief/],
      ['data', /Only \.brief, \.md, \.markdown files are read/],
    ] as const)
      await assert.rejects(async () => invoke('brief_check', { path }), why);
    const input = { path: 'tools/refused.brief', line: 8, source: '3' };
    await assert.rejects(async () => invoke('brief_cite', input), /Nothing takes a citation on line 8/);
  });

  it('ask the user before they edit, in words that nothing in them can change', () => {
    assert.equal(prepare('brief_check', {}).confirmationMessages, undefined);
    const input = { path: 'a.brief', line: 4, source: '3', insight: '[x](command:evil) <b>\u202e\n# x' };
    const { message } = prepare('brief_cite', input).confirmationMessages ?? {};
    assert.ok(message instanceof vscode.MarkdownString);
    assert.equal(
      message.value,
      [
        'Put this citation into the brief? The edit can be undone.',
        '',
        String.raw`- Brief: a\.brief`,
        '- Source: 3',
        '- Line: 4',
        String.raw`- Insight: “\[x\]\(command\:evil\) \<b\> \# x”`,
        '',
      ].join('\n'),
    );
    assert.ok(!message.isTrusted && !message.supportHtml);
  });
});
