import type { Agreement } from '../../agreement';
import { ErrorCodes, ResponseError } from '../../lsp';
import type { Feature } from '../feature';

/** The command that quick fixes carry; its argument is the code of a rule. */
export const OPEN_RULE_PAGE = 'brief.openRulePage';

/** Whether the client can open an address for the user (LSP 3.16, `window/showDocument`). */
export function opensPages({ client }: Agreement): boolean {
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
