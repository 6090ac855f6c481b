/** The pages of the rules, as they are in the extension: they open without a network. */
import * as vscode from 'vscode';
import { addressOfPage } from './ownPages';

/** The code of a rule, which is the path of its page. */
const CODE = /^[a-z]+\/[a-z0-9-]+$/;

/** Lets the code of each problem lead to its page here, in the place of the public address. */
export function leadToPages(problems: readonly vscode.Diagnostic[], extensionId: string): void {
  for (const { code } of problems)
    if (typeof code === 'object')
      code.target = vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extensionId, path: `/${code.value}` });
}

/** Shows the page of a rule, whose code it takes, in the language of the window. Else it does nothing. */
export async function showRulePage(code: unknown): Promise<void> {
  if (typeof code !== 'string' || !CODE.test(code)) return;
  await vscode.commands.executeCommand('markdown.showPreview', addressOfPage(`rules/${code}.md`));
}

/** Anybody may open such an address, a web page too: all that it can do is show a page of ours. */
export function showPagesByAddress(): vscode.Disposable {
  return vscode.window.registerUriHandler({ handleUri: ({ path }) => showRulePage(path.slice(1)) });
}
