import type { Agreement } from '../../agreement';
import { ErrorCodes, ResponseError } from '../../lsp';
import type { Feature } from '../feature';

/** Opens the page of a rule, whose code is its argument, in the user's browser. */
const OPEN_RULE_PAGE = 'brief.openRulePage';

/** Returns the command that shows the page of a rule: the client's own, else ours; null if the client can do neither. */
export function pageCommand(agreement: Agreement): string | null {
  return agreement.commands.rulePage ?? (opensPages(agreement) ? OPEN_RULE_PAGE : null);
}

/** True if the client can open an address for the user (LSP 3.16, `window/showDocument`). */
function opensPages({ client }: Agreement): boolean {
  return client.window?.showDocument?.support === true;
}

/** Opens the page of a rule, when the user asks for it. The server itself opens no connection. */
export const rulePages: Feature = {
  capabilities: (agreement) =>
    opensPages(agreement) ? { executeCommandProvider: { commands: [OPEN_RULE_PAGE] } } : {},
  register: ({ connection, answer }) => {
    connection.onExecuteCommand(
      answer('workspace/executeCommand', async ({ command, arguments: values }) => {
        const { RULES, ruleUrl } = await import('../../../core/checking');
        const rule = RULES.find(({ code }) => code === values?.[0]);
        if (command !== OPEN_RULE_PAGE || !rule)
          throw new ResponseError(ErrorCodes.InvalidParams, `${OPEN_RULE_PAGE} takes the code of a rule.`);
        await connection.window.showDocument({ uri: ruleUrl(rule.code), external: true });
        return null;
      }),
    );
  },
};
