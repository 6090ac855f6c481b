;;; brief-mode.el --- Research Briefs in Emacs  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "29.1"))

;;; Commentary:

;; Copy this file into a folder of `load-path', and write (require 'brief-mode) into your init file.
;; With `markdown-mode', briefs have its colours and keys.

;;; Code:

(require 'eglot)
(declare-function markdown-mode "markdown-mode")

(if (require 'markdown-mode nil t)
    (define-derived-mode brief-mode markdown-mode "Brief" "Major mode for research briefs.")
  (define-derived-mode brief-mode text-mode "Brief" "Major mode for research briefs."))

(add-to-list 'auto-mode-alist '("\\.brief\\(?:\\.md\\)?\\'" . brief-mode))
(add-to-list 'eglot-server-programs '(brief-mode . ("brief" "lsp" "--stdio")))

(add-hook 'brief-mode-hook #'eglot-ensure)
(add-hook 'brief-mode-hook #'visual-line-mode)

(provide 'brief-mode)

;;; brief-mode.el ends here
