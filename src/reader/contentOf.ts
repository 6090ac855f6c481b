/**
 * Returns what a model says, of an answer of the chat-completions protocol: one JSON object, or a stream of events that hold pieces.
 *
 * @returns null if the answer is damaged, was cut off, or says nothing
 */
export function contentOf(contentType: string, body: string): string | null {
  const isStream = /^text\/event-stream\b/i.test(contentType) || /^data:/.test(body);
  const parts = isStream ? piecesOf(body) : [choiceIn(body, 'message')];
  if (parts === null || parts.some((part) => part === null)) return null;
  const content = parts.join('');
  return content === '' ? null : content;
}

/** Returns the pieces of a stream; null if it stopped before its end. */
function piecesOf(body: string): readonly (string | null)[] | null {
  const events = body.split(/\r?\n/).flatMap((line) => /^data: ?(.*)$/.exec(line)?.[1] ?? []);
  return events.at(-1) === '[DONE]' ? events.slice(0, -1).map((event) => choiceIn(event, 'delta')) : null;
}

/** Returns the content of the first choice; null for what has none. The last piece of a stream may be without choices. */
function choiceIn(json: string, key: 'message' | 'delta'): string | null {
  const value = parsed(json);
  const choices = fieldOf(value, 'choices');
  if (!Array.isArray(choices)) return null;
  if (choices.length === 0 && key === 'delta') return '';
  const choice: unknown = choices[0];
  // An answer that reached the limit of its length is half an answer.
  if (fieldOf(choice, 'finish_reason') === 'length') return null;
  const content = fieldOf(fieldOf(choice, key), 'content');
  return typeof content === 'string' ? content : key === 'delta' && choice !== undefined ? '' : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
