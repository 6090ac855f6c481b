import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';
import { derive } from '../../core/base/derive';
import type { Diagnostic, PublishDiagnosticsParams } from '../lsp';

/**
 * Writes each message to a stream in one piece, with its header (LSP 3.18, "Base Protocol"). Written apart, the header wakes the
 * client for nothing, and the message waits for the stream to have taken the header.
 */
export class WholeMessages extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  #room: Buffer | null = null;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Settles when the stream has taken the message; rejects if it can't, or if the message is not JSON. */
  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const parts = partsOf(message);
      const room = this.#takeRoom(parts.reduce((sum, part) => sum + mostBytesOf(part), MOST_HEADER));
      this.#stream.write(bytesIn(room, parts), (error) => {
        if (room.length <= MOST_KEPT) this.#room = room;
        if (error) reject(error);
        else resolve();
      });
    });
  }

  /** Returns room for a message: the room of an earlier one, if the stream has let go of it. */
  #takeRoom(bytes: number): Buffer {
    const room = this.#room;
    this.#room = null;
    return room && room.length >= bytes ? room : Buffer.allocUnsafe(bytes);
  }

  end(): void {
    this.#stream.end();
  }
}

/** A part of a message: a text, or its bytes in UTF-8. */
type Part = string | Uint8Array;

/** Returns a message as `JSON.stringify` writes it. A diagnostic that was sent before is not written again. */
function partsOf(message: Message): readonly Part[] {
  if (!publishesDiagnostics(message) || message.params.diagnostics.length === 0) return [JSON.stringify(message)];
  const { diagnostics, ...params } = message.params;
  const bare = JSON.stringify({ ...message, params: { ...params, diagnostics: [] } });
  const bytes = diagnostics.map((one, i) => (i === 0 ? bytesOf(one).subarray(1) : bytesOf(one)));
  return [bare.slice(0, -END.length), ...bytes, END];
}

function publishesDiagnostics(message: Message): message is Message & { readonly params: PublishDiagnosticsParams } {
  return 'method' in message && message.method === 'textDocument/publishDiagnostics';
}

/** Returns a diagnostic in JSON with a comma before it, in UTF-8. */
const bytesOf = derive((diagnostic: Diagnostic) => Buffer.from(`,${JSON.stringify(diagnostic)}`));

/** End of such a message: its parameters come last, and the diagnostics are the last of these. */
const END = ']}}';

/** Bytes of a header before a message of any length. */
const MOST_HEADER = 'Content-Length: 9007199254740991\r\n\r\n'.length;
/** Most bytes of a UTF-16 unit in UTF-8. */
const MOST_BYTES = 3;

/** A larger message takes room of its own. */
const MOST_KEPT = 4 * 1024 * 1024;

function mostBytesOf(part: Part): number {
  return typeof part === 'string' ? part.length * MOST_BYTES : part.length;
}

/** Writes a message and its header into a buffer. The header is written last, as the length in UTF-8 is known only then. */
function bytesIn(room: Buffer, parts: readonly Part[]): Buffer {
  let end = MOST_HEADER;
  for (const part of parts) {
    if (typeof part === 'string') end += room.write(part, end);
    else {
      room.set(part, end);
      end += part.length;
    }
  }
  const header = `Content-Length: ${end - MOST_HEADER}\r\n\r\n`;
  const start = MOST_HEADER - header.length;
  room.write(header, start, 'latin1');
  return room.subarray(start, end);
}
