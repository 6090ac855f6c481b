/**
 * The form for the details of a brief. It shows what the extension sends and tells what somebody changes. It decides nothing about
 * a brief: a change is shown once the text has it.
 */
import type { DetailChange, DetailEntry, DetailField, DetailList } from '../../server/protocol';
import type { FormWords, FromForm, SetDetail, ToForm } from '../messages';
import { button, element } from './elements';
import { readMessage } from './readMessage';

/** Time without typing after which a field is written, in milliseconds. */
const QUIET_MS = 1000;

interface Host {
  postMessage(message: FromForm): void;
}

declare function acquireVsCodeApi(): Host;

type Shown = Extract<ToForm, { type: 'details' }>;
/** The place of a field in an entry of a list; null: at the top of the form. */
type Place = { readonly list: DetailList['key']; readonly index: number; readonly id: string } | null;

/** The part that a change is about, and the part that gets the focus when it is made. */
interface Asked {
  readonly name: string;
  readonly change: DetailChange;
  readonly focus: string | null;
}

class Form {
  private readonly host: Host;
  private readonly root: HTMLElement;
  private readonly status: HTMLElement;
  private shown: Shown | null = null;
  /** Typed values that the text doesn't have yet, by the names of their fields. */
  private readonly typed = new Map<string, string>();
  /** The changes to typed values that weren't sent yet, and the values that their fields showed before. */
  private readonly waiting = new Map<string, { readonly change: SetDetail; readonly before: string }>();
  private timer = 0;
  private readonly refusals = new Map<string, string>();
  /** The names of entries whose fields are shown. */
  private readonly open = new Set<string>();
  /** The changes that have no answer yet; answers come in their order. */
  private readonly asked: Asked[] = [];
  /** The field for which the extension asks for a file now. */
  private choosing: { readonly name: string; readonly place: Place; readonly key: string } | null = null;
  private isComposing = false;
  private isDrawing = false;

  constructor(host: Host, root: HTMLElement) {
    this.host = host;
    this.root = root;
    this.status = element('p', { class: 'said', role: 'status' });
    root.after(this.status);
    // Text that an input method composes would be lost with its field.
    root.addEventListener('compositionstart', () => {
      this.isComposing = true;
    });
    root.addEventListener('compositionend', () => {
      this.isComposing = false;
    });
    // A field that was drawn again while somebody typed fires no `change` when it is left.
    for (const left of ['change', 'focusout'])
      root.addEventListener(left, () => {
        if (!this.isDrawing) this.write();
      });
    document.addEventListener('visibilitychange', () => this.write());
    window.addEventListener('keydown', (event) => {
      if (!isSave(event)) return;
      this.write();
      this.host.postMessage({ type: 'save' });
    });
  }

  take(message: ToForm): void {
    switch (message.type) {
      case 'details': {
        const [sources] = message.details.lists;
        const index = sources?.entries.findIndex(({ id }) => id === message.open) ?? -1;
        if (message.open !== null && index >= 0) this.open.add(`sources/${index}`);
        const isFirst = this.shown === null;
        this.shown = message;
        // Whoever opens the form wants to type into it.
        const first = isFirst ? (message.details.fields[0]?.key ?? null) : null;
        this.draw(message.open !== null && index >= 0 ? `sources/${index}/title` : first);
        return;
      }
      case 'made': {
        const asked = this.asked.shift();
        if (asked) this.forgetMade(asked);
        this.status.textContent = '';
        this.draw(asked?.focus ?? null);
        return;
      }
      case 'refused': {
        const asked = this.asked.shift();
        if (asked) this.refusals.set(asked.name, message.message);
        this.status.textContent = message.message;
        this.draw(null);
        return;
      }
      case 'chosen':
        this.takeChosen(message);
    }
  }

  /** Writes the path of the file that was chosen, or says at its field why it can't be named. */
  private takeChosen({ path, why }: Extract<ToForm, { type: 'chosen' }>): void {
    const field = this.choosing;
    this.choosing = null;
    if (!field) return;
    const { name, place, key } = field;
    if (path !== '') {
      this.forget(name);
      this.ask(name, setOf(place, key, path), name);
    } else if (why !== '') {
      this.refusals.set(name, why);
      this.status.textContent = why;
      this.draw(name);
    }
  }

  /** Keeps what somebody types in a field, and writes it when nothing more comes. */
  private type(name: string, change: SetDetail, before: string): void {
    this.typed.set(name, change.value);
    this.waiting.set(name, { change, before });
    this.tellTyped();
    this.writeSoon();
  }

  /** Tells the extension what is typed. It writes that if this page is closed before. */
  private tellTyped(): void {
    this.host.postMessage({ type: 'typed', changes: [...this.waiting.values()].map(({ change }) => change) });
  }

  private writeSoon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.isComposing ? this.writeSoon() : this.write(canBeHalf)), QUIET_MS);
  }

  /**
   * Asks the extension to write what is typed.
   *
   * @param isWanted picks the changes that are asked for now
   */
  private write(isWanted: (change: SetDetail) => boolean = () => true): void {
    const wanted = [...this.waiting].filter(([, { change }]) => isWanted(change));
    if (wanted.length === 0) return;
    for (const [name, { change, before }] of wanted) {
      this.waiting.delete(name);
      if (change.value !== before || this.asked.some((one) => one.name === name)) this.ask(name, change);
      else this.forget(name);
    }
    this.tellTyped();
    // Not at once: what gets the focus now would be drawn again.
    setTimeout(() => this.draw(null));
  }

  private forget(name: string): void {
    this.typed.delete(name);
    this.waiting.delete(name);
    this.refusals.delete(name);
  }

  private forgetMade({ name, change }: Asked): void {
    if (change.kind === 'set') {
      // Somebody may have typed on.
      if (this.typed.get(name) === change.value) this.forget(name);
      return;
    }
    // Other entries are at these places now.
    for (const all of [this.typed, this.waiting, this.refusals])
      for (const one of [...all.keys()]) if (one.startsWith(`${change.list}/`)) all.delete(one);
  }

  private ask(name: string, change: DetailChange, focus: string | null = null): void {
    this.asked.push({ name, change, focus });
    this.host.postMessage({ type: 'change', change });
  }

  /** @param focus the name of the part that gets the focus; null: the part that has it */
  private draw(focus: string | null): void {
    if (!this.shown || this.isComposing) return;
    const { details, words } = this.shown;
    const active = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const at = active?.dataset['name'];
    const caret = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active : null;
    const selection = caret ? ([caret.selectionStart, caret.selectionEnd] as const) : null;
    document.documentElement.lang = words.language;
    document.title = words.title;
    const parts: Node[] = [element('h1', {}, words.title)];
    if (details.locked !== '') {
      const show = button(words.show, 'show', () => this.host.postMessage({ type: 'show', line: details.line }));
      parts.push(element('p', { class: 'locked' }, details.locked), show);
    }
    parts.push(...details.fields.map((field) => this.field(field, null, field.key)));
    parts.push(...details.lists.map((list) => this.list(list, words)));
    this.isDrawing = true;
    this.root.replaceChildren(...parts);
    this.isDrawing = false;
    const next = this.named(focus ?? at ?? '');
    next?.focus();
    if (selection && focus === null && (next instanceof HTMLInputElement || next instanceof HTMLTextAreaElement))
      next.setSelectionRange(...selection);
  }

  private named(name: string): HTMLElement | null {
    const found = [...this.root.querySelectorAll<HTMLElement>('[data-name]')].find(
      (one) => one.dataset['name'] === name,
    );
    // A button that can't be pressed any more has one beside it that can.
    return found instanceof HTMLButtonElement && found.disabled
      ? (found.parentElement?.querySelector<HTMLElement>('button:not(:disabled)') ?? null)
      : (found ?? null);
  }

  private field(field: DetailField, place: Place, name: string): HTMLElement {
    const { key, label, hint, value } = field;
    const now = this.typed.get(name) ?? value;
    const error = this.refusals.get(name) ?? (this.typed.has(name) ? '' : field.error);
    const described = field.fixed ? (this.shown?.words.fixed ?? '') : hint;
    const input = inputOf(field, now);
    input.id = name;
    input.dataset['name'] = name;
    input.value = now;
    if (input instanceof HTMLSelectElement) input.disabled = field.fixed;
    else {
      input.spellcheck = key === 'title' || key === 'caption';
      input.readOnly = field.fixed;
    }
    const about = [
      ...(error === '' ? [] : [element('span', { class: 'error', id: `${name}-error` }, error)]),
      ...(described === '' ? [] : [element('span', { class: 'hint', id: `${name}-hint` }, described)]),
    ];
    if (about.length > 0) input.setAttribute('aria-describedby', about.map(({ id }) => id).join(' '));
    if (error !== '') input.setAttribute('aria-invalid', 'true');
    input.addEventListener('input', () => {
      this.type(name, setOf(place, key, input.value), value);
    });
    input.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.isComposing) return;
      if (event.key === 'Escape' && this.typed.has(name)) {
        this.forget(name);
        this.tellTyped();
        this.draw(null);
      }
    });
    const choose = field.files && !field.fixed ? [this.fileButton(field.files, label, { name, place, key })] : [];
    return element('div', { class: 'field' }, element('label', { for: name }, label), input, ...choose, ...about);
  }

  private fileButton(
    files: readonly string[],
    label: string,
    field: Exclude<Form['choosing'], null>,
  ): HTMLButtonElement {
    const word = this.shown?.words.chooseFile ?? '';
    const made = button(word, `${field.name}/file`, () => {
      if (this.choosing) return;
      this.choosing = field;
      this.host.postMessage({ type: 'choose', files });
    });
    made.setAttribute('aria-label', `${word} ${label}`);
    return made;
  }

  private list({ key, label, entries, note, add }: DetailList, words: FormWords): HTMLElement {
    const parts = entries.map((entry, index) => this.entry(key, entry, index, entries.length, words));
    if (note !== '') parts.push(element('p', { class: 'hint' }, note));
    if (add !== null) {
      const name = `${key}/add`;
      const make = () => {
        this.open.add(`${key}/${entries.length}`);
        this.ask(name, { kind: 'add', list: key }, `${key}/${entries.length}/title`);
      };
      parts.push(...this.said(name), button(add, name, make));
    }
    const heading = element('h2', { id: key }, label);
    return element('section', { 'aria-labelledby': key }, heading, ...parts);
  }

  private entry(
    list: DetailList['key'],
    entry: DetailEntry,
    index: number,
    count: number,
    words: FormWords,
  ): HTMLElement {
    const name = `${list}/${index}`;
    const place = { list, index, id: entry.id };
    const act = (word: string, part: string, isPossible: boolean, run: () => void) => {
      const made = button(word, `${name}/${part}`, run);
      made.setAttribute('aria-label', `${word}: ${entry.name}`);
      made.disabled = !isPossible;
      return made;
    };
    const move = (by: 1 | -1) => () => {
      this.swap(list, index, index + by);
      const focus = `${list}/${index + by}/${by === 1 ? 'down' : 'up'}`;
      this.ask(name, { kind: 'move', ...place, by }, focus);
    };
    const remove = () => {
      const focus = index + 1 < count ? `${list}/${index}/remove` : `${list}/add`;
      this.ask(name, { kind: 'remove', ...place }, focus);
    };
    const buttons = element(
      'div',
      { class: 'buttons' },
      act(words.moveUp, 'up', index > 0, move(-1)),
      act(words.moveDown, 'down', index + 1 < count, move(1)),
      act(words.remove, 'remove', true, remove),
      act(words.show, 'show', true, () => this.host.postMessage({ type: 'show', line: entry.line })),
    );
    const hasError = entry.fields.some(({ error }) => error !== '');
    const summary = element('summary', { 'data-name': name, ...(hasError ? { class: 'wrong' } : {}) }, entry.name);
    const used = entry.used === '' ? [] : [element('p', { class: 'hint' }, entry.used)];
    const fields = entry.fields.map((field) => this.field(field, place, `${name}/${field.key}`));
    const details = element('details', {}, summary, ...fields, ...used, ...this.said(name), buttons);
    details.open = this.open.has(name);
    // At once: a later event could reach another entry that has moved here meanwhile.
    summary.addEventListener('click', () => {
      if (details.open) this.open.delete(name);
      else this.open.add(name);
    });
    return details;
  }

  /** Swaps the open states of two entries that change places. */
  private swap(list: string, from: number, to: number): void {
    const [a, b] = [`${list}/${from}`, `${list}/${to}`];
    const [isOpen, isOther] = [this.open.has(a), this.open.has(b)];
    for (const [name, is] of [
      [b, isOpen],
      [a, isOther],
    ] as const)
      if (is) this.open.add(name);
      else this.open.delete(name);
  }

  private said(name: string): HTMLElement[] {
    const refusal = this.refusals.get(name);
    return refusal === undefined ? [] : [element('p', { class: 'error' }, refusal)];
  }
}

function setOf(place: Place, key: string, value: string): SetDetail {
  return place ? { kind: 'set', key, value, ...place } : { kind: 'set', key, value, list: null };
}

/** Units of a passage that about fill a line of the form. */
const LINE = 80;

function inputOf(
  { kind, choices = [] }: DetailField,
  now: string,
): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (kind === 'lines') return element('textarea', { rows: String(now.split('\n').length + 1) });
  if (kind === 'passage')
    return element('textarea', { rows: String(Math.min(12, Math.max(3, Math.ceil(now.length / LINE) + 1))) });
  if (kind !== 'choice') return element('input', { type: 'text' });
  return element('select', {}, ...['', ...choices].map((choice) => element('option', { value: choice }, choice)));
}

/** True if a value may be written while somebody types it. Citations follow an id, and an empty value removes its line. */
function canBeHalf({ key, value }: SetDetail): boolean {
  return key !== 'id' && value.trim() !== '';
}

function isSave({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 's' && (ctrlKey || metaKey) && !shiftKey && !altKey;
}

const root = document.querySelector('main');
if (root) {
  const host = acquireVsCodeApi();
  const form = new Form(host, root);
  window.addEventListener('message', ({ data }) => {
    const message = readMessage(data);
    if (message) form.take(message);
  });
  host.postMessage({ type: 'ready' });
}
