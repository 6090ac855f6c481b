use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Brief;

impl zed::Extension for Brief {
    fn new() -> Self {
        Brief
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        Ok(Command {
            command: worktree.which("brief").ok_or("There is no `brief` on the path.")?,
            args: vec!["lsp".into(), "--stdio".into()],
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Brief);
