import type { Connection } from '../lsp';
import type { Notifications } from '../protocol';

/** Sends what nobody waits for. That a client went away is noticed by the connection itself. */
export function send(sending: Promise<unknown>): void {
  sending.catch(() => undefined);
}

/** Sends a notification of ours. */
export function notify<Method extends keyof Notifications>(
  connection: Connection,
  method: Method,
  params: Notifications[Method],
): void {
  send(connection.sendNotification(method, params));
}
