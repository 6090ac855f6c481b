import type { Problem, Span, TextEdit } from '../../core';
import type { OpenDocument } from '../documents/document';
import { createDeferred, type Deferred } from '../messages/deferred';
import { moveThrough, placesOf, shownSince, withoutNewAt } from './heldBack';

/** Milliseconds that new problems at the place of the last edit wait. */
export const PATIENCE = 500;
/** Longest wait for a check, in milliseconds. */
const LONGEST_WAIT = 500;

/** Functions by which the diagnostics of the open documents reach the client. */
export interface DiagnosticsHost {
  /** Returns all problems of a document. */
  check(document: OpenDocument): readonly Problem[];
  /** Shows these problems now, instead of earlier ones. `late`: no change of the document led to it. */
  show(document: OpenDocument, problems: readonly Problem[], late: boolean): void;
  /** Runs work later; the returned function cancels it. */
  later(milliseconds: number, work: () => void): () => void;
  /** Returns the time in milliseconds, by a clock that nobody sets. */
  now(): number;
}

/** Decides when documents are checked, and which of their problems are shown when. */
export interface Diagnostics {
  opened(document: OpenDocument): void;
  changed(document: OpenDocument, edits: readonly (readonly TextEdit[])[]): void;
  closed(uri: string): void;
  /** Checks a document again, because the settings or the files that it names changed. */
  refresh(document: OpenDocument): void;
  /** Returns the problems of a document to show at this moment. */
  visible(document: OpenDocument): readonly Problem[];
  /** Settles when nobody has typed into a document for a while, and all its problems are shown. */
  calm(uri: string): Promise<void>;
}

/** State of one open document. */
interface State {
  document: OpenDocument;
  /** Spans that the last edit put into the text; empty once nobody has typed for a while. */
  places: readonly Span[];
  shown: readonly Problem[];
  /** Edits since the problems in `shown` were shown. */
  edits: readonly (readonly TextEdit[])[];
  /** True if a problem is held back. */
  holding: boolean;
  /** Time at which typing counts as over, in milliseconds as `now` gives it. */
  calmAt: number;
  /** Earliest time of the next check: after one, the server rests for as long as the check took. */
  restedAt: number;
  cancelCheck: (() => void) | null;
  cancelPatience: (() => void) | null;
  /** Settles when nobody types any more; null if nothing waits for that. */
  calm: Deferred<void> | null;
}

/**
 * @param patience how long new problems at the place of the last edit wait, in milliseconds; 0 shows them at once.
 */
export function createDiagnostics(host: DiagnosticsHost, patience = PATIENCE): Diagnostics {
  const states = new Map<string, State>();
  const until = (time: number) => Math.max(0, Math.ceil(time - host.now()));

  const choose = (state: State): readonly Problem[] => {
    const problems = host.check(state.document);
    const { places, shown, edits } = state;
    const visible = withoutNewAt(places, problems, () => shownSince(shown, edits));
    state.shown = visible;
    state.edits = [];
    state.holding = visible.length < problems.length;
    return visible;
  };

  const show = (state: State, late: boolean) => {
    state.cancelCheck?.();
    state.cancelCheck = null;
    const started = host.now();
    const visible = choose(state);
    const ended = host.now();
    state.restedAt = ended + Math.min(ended - started, LONGEST_WAIT);
    host.show(state.document, visible, late);
  };

  /** Waits with one timer for many keys: to cancel a timer and set another costs more than to look at the time. */
  const waitForCalm = (state: State) => {
    state.cancelPatience ??= host.later(until(state.calmAt), () => {
      state.cancelPatience = null;
      if (until(state.calmAt) > 0) return waitForCalm(state);
      state.places = [];
      try {
        if (state.holding) show(state, true);
      } finally {
        release(state);
      }
    });
  };

  const forget = (uri: string) => {
    const state = states.get(uri);
    if (!state) return;
    state.cancelCheck?.();
    state.cancelPatience?.();
    release(state);
    states.delete(uri);
  };

  return {
    opened: (document) => {
      forget(document.uri);
      const state = stateOf(document);
      state.cancelCheck = host.later(0, () => show(state, false));
      states.set(document.uri, state);
    },
    changed: (document, edits) => {
      const state = states.get(document.uri);
      if (!state) return;
      state.document = document;
      if (edits.length > 0 && patience > 0) {
        follow(state, edits);
        state.calmAt = host.now() + patience;
        waitForCalm(state);
      }
      // A long document is checked less often, so that the server stays free for the editor's requests.
      state.cancelCheck ??= host.later(until(state.restedAt), () => show(state, false));
    },
    closed: forget,
    refresh: (document) => {
      const state = states.get(document.uri);
      if (!state) return;
      state.document = document;
      show(state, true);
    },
    visible: (document) => {
      const state = states.get(document.uri);
      return state?.document === document ? choose(state) : host.check(document);
    },
    calm: (uri) => calmOf(states.get(uri)),
  };
}

/** Returns the state of a document that was just opened. */
function stateOf(document: OpenDocument): State {
  return {
    document,
    places: [],
    shown: [],
    edits: [],
    holding: false,
    calmAt: 0,
    restedAt: 0,
    cancelCheck: null,
    cancelPatience: null,
    calm: null,
  };
}

/** Settles when nobody types. */
async function calmOf(state: State | undefined): Promise<void> {
  if (!state?.cancelPatience) return;
  state.calm ??= createDeferred();
  await state.calm.promise;
}

/** Settles the promise that waits for calm. */
function release(state: State): void {
  state.calm?.resolve();
  state.calm = null;
}

/** Moves the remembered places along with an edit, and adds the edit's own places. */
function follow(state: State, edits: readonly (readonly TextEdit[])[]): void {
  state.edits = [...state.edits, ...edits];
  state.places = [];
  for (const group of edits)
    state.places = [...state.places.map((place) => moveThrough(place, group)), ...placesOf(group)];
}
