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
      const text = JSON.stringify(message);
      const header = `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n`;
      this.#stream.write(header + text, 'utf8', (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {
    this.#stream.end();
  }
}
