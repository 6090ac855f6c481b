import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

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

  /** Settles when the stream has taken the message; rejected where it cannot, or the message is not JSON. */
  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const text = JSON.stringify(message);
      const room = this.#takeRoom(MOST_HEADER + text.length * MOST_BYTES);
      this.#stream.write(bytesIn(room, text), (error) => {
        if (room.length <= MOST_KEPT) this.#room = room;
        if (error) reject(error);
        else resolve();
      });
    });
  }

  /** Room for a message: that of an earlier one, if the stream has let go of it. */
  #takeRoom(bytes: number): Buffer {
    const room = this.#room;
    this.#room = null;
    return room && room.length >= bytes ? room : Buffer.allocUnsafe(bytes);
  }

  end(): void {
    this.#stream.end();
  }
}

/** Room for a header before a message of any length. */
const MOST_HEADER = 'Content-Length: 9007199254740991\r\n\r\n'.length;
/** Of a UTF-16 unit in UTF-8. */
const MOST_BYTES = 3;

/** A larger message takes room of its own. */
const MOST_KEPT = 4 * 1024 * 1024;

/** Writes a message and its header into some room. How long the text is in UTF-8 is known once it is written, and so the header comes last. */
function bytesIn(room: Buffer, text: string): Buffer {
  const length = room.write(text, MOST_HEADER);
  const header = `Content-Length: ${length}\r\n\r\n`;
  const start = MOST_HEADER - header.length;
  room.write(header, start, 'latin1');
  return room.subarray(start, MOST_HEADER + length);
}
