/** True if a machine seems to be offline rather than the names wrong: no host answered, and several were not found. */
export function seemsOffline(isAnswered: boolean, notFound: ReadonlySet<string>): boolean {
  return !isAnswered && notFound.size > 1;
}
