import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Writes each message to a stream in one piece, with its header (LSP 3.18, "Base Protocol"). Written apart, the header wakes the
 * client for nothing, and the message waits for the stream to have taken the header.
 */
export class WholeMessages extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Settles when the stream has taken the message; rejected where it cannot, or the message is not JSON. */
  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#stream.write(bytesOf(JSON.stringify(message)), (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.#stream.end();
  }
}

/** Room for a header before a message of any length. */
const MOST_HEADER = 'Content-Length: 9007199254740991\r\n\r\n'.length;
/** Of a UTF-16 unit in UTF-8. */
const MOST_BYTES = 3;

/** A message and its header. How long the text is in UTF-8 is known once it is written, and so the header comes last. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(MOST_HEADER + text.length * MOST_BYTES);
  const length = bytes.write(text, MOST_HEADER);
  const header = `Content-Length: ${length}\r\n\r\n`;
  const start = MOST_HEADER - header.length;
  bytes.write(header, start, 'latin1');
  return bytes.subarray(start, MOST_HEADER + length);
}
