/** The plugin: what Obsidian asks for, made of `editor.ts` and `note.ts`. It uses no network and writes no file. */
import {
  debounce,
  editorInfoField,
  getLanguage,
  ItemView,
  MarkdownView,
  Plugin,
  sanitizeHTMLToDom,
  type WorkspaceLeaf,
} from 'obsidian';
import chinese from '../../l10n/engine.zh-cn.json';
import { isSimplifiedChinese, speak } from '../../src/core/base/say';
import { briefEditor } from './editor';
import { createNote, declaresSources } from './note';
import { type PluginWords, wordsOfPlugin } from './words';

const VIEW = 'research-briefs-evidence';

/** How long nothing was typed before the view follows, in milliseconds. */
const AFTER_TYPING = 300;

export default class ResearchBriefs extends Plugin {
  /** By path: what the user said of a note since Obsidian was started. */
  private readonly asked = new Map<string, boolean>();
  private choices = 0;

  override async onload(): Promise<void> {
    const isChinese = isSimplifiedChinese(getLanguage());
    speak(isChinese ? chinese : null);
    const words = wordsOfPlugin(isChinese);
    const isChecked = (path: string | undefined, text: () => string) =>
      this.asked.get(path ?? '') ?? (path?.endsWith('.brief.md') || declaresSources(text()));
    this.registerEditorExtension(
      briefEditor({
        isChecked: (state) => isChecked(state.field(editorInfoField, false)?.file?.path, () => state.doc.toString()),
        choices: () => this.choices,
        nodesOf: sanitizeHTMLToDom,
      }),
    );
    this.registerView(VIEW, (leaf) => new EvidenceView(leaf, words, isChecked));
    this.addCommand({ id: 'evidence', name: words.evidence, callback: () => this.showEvidence() });
    this.addCommand({
      id: 'check',
      name: words.check,
      editorCallback: (editor, { file }) => {
        if (!file) return;
        this.asked.set(file.path, !isChecked(file.path, () => editor.getValue()));
        this.choices++;
        // The editor looks for problems again at its next change, be it none.
        editor.setCursor(editor.getCursor());
      },
    });
  }

  private async showEvidence(): Promise<void> {
    const { workspace } = this.app;
    const [open] = workspace.getLeavesOfType(VIEW);
    const leaf = open ?? workspace.getRightLeaf(false);
    if (!leaf) return;
    await leaf.setViewState({ type: VIEW, active: true });
    await workspace.revealLeaf(leaf);
  }
}

/** The claims of the active note beside what their sources say. */
class EvidenceView extends ItemView {
  private readonly words: PluginWords;
  private readonly isChecked: (path: string | undefined, text: () => string) => boolean;
  private readonly note = createNote();

  constructor(leaf: WorkspaceLeaf, words: PluginWords, isChecked: EvidenceView['isChecked']) {
    super(leaf);
    this.words = words;
    this.isChecked = isChecked;
  }

  override getViewType(): string {
    return VIEW;
  }

  override getDisplayText(): string {
    return this.words.title;
  }

  override getIcon(): string {
    return 'quote';
  }

  override async onOpen(): Promise<void> {
    this.contentEl.addClass('brief-mark');
    this.registerEvent(this.app.workspace.on('active-leaf-change', () => this.show()));
    this.registerEvent(
      this.app.workspace.on(
        'editor-change',
        debounce(() => this.show(), AFTER_TYPING, true),
      ),
    );
    this.show();
  }

  private show(): void {
    const view = this.app.workspace.getActiveViewOfType(MarkdownView);
    // With the focus in this view, the note stays that was shown.
    if (!view && this.contentEl.hasChildNodes()) return;
    const text = view?.getViewData() ?? '';
    this.contentEl.empty();
    if (view && this.isChecked(view.file?.path, () => text))
      this.contentEl.append(sanitizeHTMLToDom(this.note.evidence(text)));
    else this.contentEl.createEl('p', { text: this.words.none });
  }
}
