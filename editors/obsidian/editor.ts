/** Notes in CodeMirror 6: underlined problems with their fixes, and cards under the pointer. Nothing here knows Obsidian. */
import { type Action, type Diagnostic, linter } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { type EditorView, hoverTooltip } from '@codemirror/view';
import { createNote, type Note, type NoteProblem } from './note';

/** What an editor is asked, and how it shows HTML. */
export interface Shell {
  /** Whether the note in an editor is checked. */
  isChecked(state: EditorState): boolean;
  /** Another number whenever the user has said which notes are checked. */
  choices(): number;
  /** HTML as nodes, with everything taken out that could run. */
  nodesOf(html: string): Node;
}

/** How long nothing was typed before a note is checked, in milliseconds. */
const DELAY = 500;

export function briefEditor(shell: Shell): Extension {
  const notes = new WeakMap<EditorView, Note>();
  const checkedAt = new WeakMap<EditorView, number>();
  const noteOf = (view: EditorView) => {
    const note = notes.get(view) ?? createNote();
    notes.set(view, note);
    return note;
  };
  return [
    linter(
      (view) => {
        checkedAt.set(view, shell.choices());
        if (!shell.isChecked(view.state)) return [];
        const text = view.state.doc.toString();
        return noteOf(view)
          .problems(text)
          .map((problem) => diagnosticOf(problem, text));
      },
      { delay: DELAY, needsRefresh: ({ view }) => (checkedAt.get(view) ?? shell.choices()) !== shell.choices() },
    ),
    hoverTooltip((view, at) => {
      if (!shell.isChecked(view.state)) return null;
      const card = noteOf(view).cardAt(view.state.doc.toString(), at);
      if (!card) return null;
      const create = () => {
        const dom = document.createElement('div');
        dom.className = 'brief-mark';
        const inner = dom.appendChild(document.createElement('div'));
        inner.className = 'card';
        inner.append(shell.nodesOf(card.html));
        return { dom };
      };
      return { pos: card.from, end: card.to, above: true, create };
    }),
  ];
}

const SEVERITIES = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

function diagnosticOf({ from, to, severity, rule, message, fixes }: NoteProblem, text: string): Diagnostic {
  const actions = fixes.map(
    ({ title, edits }): Action => ({
      name: title,
      apply: (view) => {
        // Another text has other places: it is checked again in a moment.
        if (view.state.doc.toString() === text) view.dispatch({ changes: [...edits], userEvent: 'input.fix' });
      },
    }),
  );
  return { from, to, severity: SEVERITIES[severity], source: rule, message, actions };
}
