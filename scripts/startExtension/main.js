/**
 * Opens what `FOLDER.open.json` beside the folder of the window asks for, or else `RESEARCH_BRIEFS_OPEN`, as JSON:
 *
 *   files     paths to open, the first of them shown
 *   line      that line of the first is the uppermost, from 1
 *   preview   whether its preview is opened at the side
 *   problems  whether the Problems panel is shown
 *   sideBar   false closes the side bar
 *   asks      a file with a list, as JSON, whose entries are done in turn as they are added to its end: `{ "settings": … }`, which
 *             become the folder's, and `{ "run": [command, …] }` with what the command is given; the place of a file is given as
 *             `{ "file": "/its/path" }`
 *   done      a file to make once all of this is open, and the focus stays where it is; what went wrong is written in it
 *   until     a process whose end closes the window
 *   user      settings of the user to change, and
 *   folder    settings of the folder to change, when the window starts over; null takes one away
 *
 * When the file beside the folder is written anew, the window starts over: it closes all that is open, without saving it, and
 * opens what is asked for now.
 *
 * It does for a person what the person would do next, with the product's own commands; so the product needs no mode
 * for it.
 */
const fs = require('node:fs');
const vscode = require('vscode');

exports.activate = async () => {
  const { RESEARCH_BRIEFS_OPEN = '{}' } = process.env;
  const beside = `${vscode.workspace.workspaceFolders?.[0]?.uri.fsPath}.open.json`;
  const isBeside = fs.existsSync(beside);
  const wanted = JSON.parse(isBeside ? fs.readFileSync(beside, 'utf8') : RESEARCH_BRIEFS_OPEN);
  if (isBeside) fs.watchFile(beside, { interval: 100 }, () => whenAsked(beside));
  if (wanted.until) closeAfter(wanted.until);
  if (wanted.asks) doWhatIsIn(wanted.asks);
  // A window that was reloaded brings its editors back by itself.
  const restored = vscode.window.tabGroups.all.some((group) => group.tabs.length > 0);
  const failure = wanted.files && !restored ? await open(wanted).then(() => '', String) : '';
  if (wanted.done) fs.writeFileSync(wanted.done, failure);
};

/** What may be open that is no editor, and what is left when all editors are closed. */
const CLOSING = [
  'workbench.action.closeQuickOpen',
  'notifications.clearAll',
  'workbench.action.closePanel',
  'workbench.action.closeSidebar',
];

/** In milliseconds, for what is closed to be gone. */
const MOST_WAITING = 20_000;

/** @param {string} path */
async function whenAsked(path) {
  if (!fs.existsSync(path)) return;
  const wanted = JSON.parse(fs.readFileSync(path, 'utf8'));
  // What the tests before asked for last comes before, not into what is opened now.
  await doAsks();
  const failure = await startOver(wanted).then(() => '', String);
  fs.writeFileSync(wanted.done, failure);
}

/** @param {Wanted & { user?: Record<string, unknown>, folder?: Record<string, unknown> }} asked */
async function startOver({ user = {}, folder = {}, ...wanted }) {
  // Previews first: one that outlives the editor of its brief opens the brief again, which then stays open for minutes.
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter(({ input }) => input instanceof vscode.TabInputWebview));
  // The command that closes all editors asks about those with changes.
  while (vscode.window.tabGroups.all.some((group) => group.tabs.length > 0))
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  for (const command of CLOSING) await vscode.commands.executeCommand(command);
  await update(user, vscode.ConfigurationTarget.Global);
  await update(folder, vscode.ConfigurationTarget.Workspace);
  await deleteOpen();
  for (let waited = 0; left().length > 0; waited += 50) {
    if (waited > MOST_WAITING) throw new Error(`there is still ${left().join(', ')}`);
    await soon(50);
  }
  if (wanted.files.length > 0) {
    // What it knows of the folder is of other files.
    await vscode.commands.executeCommand('brief.restartServer');
    await open(wanted);
  }
}

/** Deletes the files of documents that are still open: VS Code keeps what an extension has opened for minutes, unless it is deleted. */
async function deleteOpen() {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri } of openDocuments()) {
    if (uri.scheme !== 'file' || !vscode.workspace.getWorkspaceFolder(uri)) continue;
    if (!fs.existsSync(uri.fsPath)) fs.writeFileSync(uri.fsPath, '');
    edit.deleteFile(uri);
  }
  await vscode.workspace.applyEdit(edit);
}

/** Names the documents that are open though no editor shows them, and those that have problems yet. */
function left() {
  const wrong = vscode.languages.getDiagnostics().filter(([, problems]) => problems.length > 0);
  return [...openDocuments().map(({ uri }) => uri.path), ...wrong.map(([uri]) => `a problem of ${uri.path}`)];
}

/** VS Code asks where comments may be written in all that it reads, its settings too, which stay open. */
function openDocuments() {
  return vscode.workspace.textDocuments.filter(
    ({ uri }) => ['file', 'untitled'].includes(uri.scheme) && !uri.path.endsWith('/.vscode/settings.json'),
  );
}

/** @param {number} ms */
function soon(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * @param {Record<string, unknown>} settings
 * @param {import('vscode').ConfigurationTarget} target
 */
async function update(settings, target) {
  for (const [name, value] of Object.entries(settings)) {
    const configuration = vscode.workspace.getConfiguration();
    // Some settings are the user's alone, and can't be taken from a folder.
    const isHere =
      target === vscode.ConfigurationTarget.Global || configuration.inspect(name)?.workspaceValue !== undefined;
    if (value !== null || isHere) await configuration.update(name, value ?? undefined, target);
  }
}

/** @typedef {{ files: string[], line?: number, preview?: boolean, problems?: boolean, sideBar?: boolean }} Wanted */

/** @param {Wanted} wanted */
async function open(wanted) {
  for (const file of wanted.files.toReversed()) {
    // Documents that the extension host opens itself stay for minutes after their editors.
    const uri = vscode.Uri.file(file);
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    const isActive = () => vscode.window.activeTextEditor?.document.uri.fsPath === uri.fsPath;
    for (let waited = 0; !isActive(); waited += 20) {
      if (waited > MOST_WAITING) throw new Error(`${file} is not the active editor`);
      await soon(20);
    }
  }
  if (wanted.preview) await vscode.commands.executeCommand('brief.showPreviewToSide');
  if (wanted.problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (wanted.sideBar === false) await vscode.commands.executeCommand('workbench.action.closeSidebar');
  await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
  const editor = vscode.window.activeTextEditor;
  if (!wanted.line || !editor) return;
  const place = new vscode.Position(wanted.line - 1, 0);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
}

/** Does what was asked for meanwhile, in turn. */
let doAsks = async () => {};

/**
 * A window that is served does not see what others write to its folder's own settings. How many are done is kept beside the list, for
 * a window that is loaded anew.
 *
 * @param {string} path
 */
function doWhatIsIn(path) {
  /** @returns {{ settings?: Record<string, unknown>, run?: [string, ...unknown[]] }[]} */
  const read = () => (fs.existsSync(path) ? JSON.parse(fs.readFileSync(path, 'utf8')) : []);
  const kept = `${path}.done`;
  let count = fs.existsSync(kept) ? Number(fs.readFileSync(kept, 'utf8')) : 0;
  let last = Promise.resolve();
  doAsks = () => {
    const added = read().slice(count);
    count += added.length;
    fs.writeFileSync(kept, String(count));
    for (const { settings, run } of added)
      last = last
        .then(() => (settings ? update(settings, vscode.ConfigurationTarget.Workspace) : run && start(run)))
        .catch(console.error);
    return last;
  };
  fs.watchFile(path, { interval: 100 }, () => doAsks());
  doAsks();
}

/**
 * Starts a command; its end may be long in coming, as it may ask for something.
 *
 * @param {[string, ...unknown[]]} run
 */
async function start([command, ...given]) {
  // The window answers after all that it has told this process: where the cursor is, and which editor is active.
  await vscode.commands.executeCommand('setContext', 'startExtension.runs', true);
  vscode.commands.executeCommand(command, ...given.map(uriOrValue)).then(undefined, console.error);
}

/** @param {unknown} given */
function uriOrValue(given) {
  const isFile = typeof given === 'object' && given !== null && 'file' in given && typeof given.file === 'string';
  return isFile ? vscode.Uri.file(String(given.file)) : given;
}

/** @param {number} pid */
function closeAfter(pid) {
  const timer = setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      clearInterval(timer);
      vscode.commands.executeCommand('workbench.action.quit');
    }
  }, 1000);
}
