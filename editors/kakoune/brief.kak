# Research Briefs in Kakoune, with kakoune-lsp (https://github.com/kakoune-lsp/kakoune-lsp) from version 18 on.
# Copy this file into ~/.config/kak/autoload/, beside what your kakrc loads of kakoune-lsp.

hook global BufCreate .*[.]brief([.]md)? %{
    set-option buffer filetype brief
}

hook global WinSetOption filetype=brief %{
    # The colours of Markdown.
    try %{
        require-module markdown
        add-highlighter window/brief ref markdown
    }
    add-highlighter window/brief-wrap wrap -word -indent
    hook -once -always window WinSetOption filetype=.* %{
        try %{ remove-highlighter window/brief }
        remove-highlighter window/brief-wrap
    }
    try %{ lsp-enable-window }
}

hook -group lsp-filetype-brief global BufSetOption filetype=brief %{
    try %{
        set-option buffer lsp_servers %{
            [brief]
            command = "brief"
            args = ["lsp", "--stdio"]
            root_globs = ["brief.config.yaml", ".git"]
        }
    }
}
