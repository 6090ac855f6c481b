/** A page with an editor of CodeMirror, in which the plugin for Obsidian runs as in Obsidian: of that there is what it asks for. */
import * as lint from '@codemirror/lint';
import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import DOMPurify from 'dompurify';

type Show = () => void;

/** What the plugin has registered. */
const registered = {
  extensions: [] as state.Extension[],
  views: new Map<string, (leaf: object) => ItemView>(),
  commands: new Map<
    string,
    { readonly name: string; callback?: Show; editorCallback?: (editor: object, info: object) => void }
  >(),
};
const events: Show[] = [];
const editorInfoField = state.StateField.define<{ file: { path: string } }>({
  create: () => ({ file: { path: 'note.md' } }),
  update: (value) => value,
});

class MarkdownView {
  readonly file = { path: 'note.md' };
  getViewData = () => window.editor?.state.doc.toString() ?? '';
}

const workspace = {
  on: (_name: string, listener: Show) => events.push(listener),
  getLeavesOfType: () => [],
  getRightLeaf: () => ({
    setViewState: async ({ type }: { type: string }) => registered.views.get(type)?.({})?.onOpen(),
  }),
  revealLeaf: async () => undefined,
  getActiveViewOfType: () => new MarkdownView(),
};

class ItemView {
  readonly app = { workspace };
  readonly contentEl = withHelpers(document.body.appendChild(document.createElement('section')));
  registerEvent(): void {}
  async onOpen(): Promise<void> {}
}

class Plugin {
  readonly app = { workspace };
  registerEditorExtension = (extension: state.Extension) => registered.extensions.push(extension);
  registerView = (type: string, create: (leaf: object) => ItemView) => registered.views.set(type, create);
  addCommand = (command: { id: string; name: string }) => registered.commands.set(command.id, command);
  async onload(): Promise<void> {}
}

/** Obsidian adds some methods to elements. */
function withHelpers(element: HTMLElement) {
  return Object.assign(element, {
    addClass: (name: string) => element.classList.add(name),
    empty: () => element.replaceChildren(),
    createEl: (name: string, { text }: { text: string }) =>
      Object.assign(element.appendChild(document.createElement(name)), { textContent: text }),
  });
}

declare global {
  interface Window {
    editor: view.EditorView;
    /** Runs the plugin, and opens an editor with a note. */
    start(code: string, text: string, language: string): Promise<void>;
    runCommand(command: string): void;
    commands(): string[];
  }
}

window.start = async (code, text, language) => {
  const sanitizeHTMLToDom = (html: string) => DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true });
  const debounce = (run: Show, wait: number) => () => setTimeout(run, wait);
  const obsidian = {
    debounce,
    editorInfoField,
    ItemView,
    MarkdownView,
    Plugin,
    sanitizeHTMLToDom,
    getLanguage: () => language,
  };
  const modules: Readonly<Record<string, object>> = {
    obsidian,
    '@codemirror/lint': lint,
    '@codemirror/state': state,
    '@codemirror/view': view,
  };
  const module: { exports: { default?: new () => Plugin } } = { exports: {} };
  new Function('require', 'module', 'exports', code)((name: string) => modules[name], module, module.exports);
  const Made = module.exports.default;
  if (!Made) throw new Error('There is no plugin.');
  await new Made().onload();
  const extensions = [
    editorInfoField,
    registered.extensions,
    view.EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) for (const listener of events) listener();
    }),
  ];
  window.editor = new view.EditorView({ doc: text, extensions, parent: document.body });
};
window.runCommand = (id) => {
  const command = registered.commands.get(id);
  command?.callback?.();
  const editor = {
    getValue: () => window.editor.state.doc.toString(),
    getCursor: () => window.editor.state.selection,
    setCursor: (selection: state.EditorSelection) => window.editor.dispatch({ selection }),
  };
  command?.editorCallback?.(editor, { file: { path: 'note.md' } });
};
window.commands = () => [...registered.commands.values()].map(({ name }) => name);
