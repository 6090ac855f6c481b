/** Sends what nobody waits for. That a client went away is noticed by the connection itself. */
export function send(sending: Promise<unknown>): void {
  sending.catch(() => undefined);
}
