import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { CITATION, DECLARED, type EditorFolder, editorFolder, MENDED, RENAMED, versionOf } from './drive';

/** Does what a user does, by Eglot's own functions, and prints what came of it as JSON. */
const SCRIPT = `
(require 'brief-mode)
(require 'json)
(setq eglot-sync-connect 60 make-backup-files nil create-lockfiles nil eglot-confirm-server-edits nil)
(defun await (what)
  (let ((until (+ (float-time) 20)))
    (while (and (not (funcall what)) (< (float-time) until)) (accept-process-output nil 0.05))))
(defun here ()
  (goto-char (point-min))
  (forward-line ${CITATION.line - 1})
  (forward-char ${CITATION.column}))
(find-file (car command-line-args-left))
(setq command-line-args-left nil)
;; Eglot starts its server when the first command has ended.
(run-hooks 'post-command-hook)
(await (lambda () (and (eglot-current-server) (> (length (flymake-diagnostics)) 1))))
(let (seen)
  (push (cons 'mode (symbol-name major-mode)) seen)
  (push (cons 'problems (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))) seen)
  (here)
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown (substring-no-properties text))))
    (await (lambda () shown))
    (push (cons 'hover shown) seen))
  (here)
  (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
  (push (cons 'definition (line-number-at-pos)) seen)
  (here)
  (let ((fix (seq-find (lambda (action) (eq (plist-get action :isPreferred) t))
                       (eglot-code-actions (line-beginning-position) (line-end-position) "quickfix"))))
    (eglot-execute (eglot-current-server) fix))
  (push (cons 'fixed (buffer-substring-no-properties (point-min) (point-max))) seen)
  (here)
  (eglot-rename "mine")
  (push (cons 'renamed (buffer-substring-no-properties (point-min) (point-max))) seen)
  (princ (json-encode seen))
  (set-buffer-modified-p nil))
`;

describe('Emacs with editors/emacs/brief-mode.el', function () {
  this.timeout(120_000);
  let folder: EditorFolder;
  before(function () {
    if (versionOf('emacs') === null) this.skip();
    folder = editorFolder();
    folder.write('use.el', SCRIPT);
  });
  after(() => folder?.remove());
  const emacs = (...args: readonly string[]) =>
    spawnSync('emacs', ['-Q', '--batch', '-L', resolve('editors/emacs'), ...args], {
      ...{ cwd: folder.path, encoding: 'utf8', timeout: 110_000 },
      env: folder.env,
    });

  it('compiles without a warning', () => {
    folder.write('brief-mode.el', '');
    const copy = `(copy-file "${resolve('editors/emacs/brief-mode.el')}" "brief-mode.el" t)`;
    const { status, stderr } = emacs(
      '--eval',
      copy,
      '--eval',
      '(setq byte-compile-error-on-warn t)',
      '-f',
      'batch-byte-compile',
      'brief-mode.el',
    );
    assert.equal(status, 0, stderr);
  });

  for (const name of ['supply.brief', 'supply.brief.md'])
    it(`shows the problems of ${name}, a source, where it is declared, a fix, and renames it`, () => {
      const { stdout, stderr } = emacs('-l', 'use.el', name);
      assert.match(stdout, /^\{.*\}$/, stderr);
      const { hover, problems, ...seen } = JSON.parse(stdout);
      assert.match(hover, /Ore in numbers/);
      assert.match(problems.join('\n'), /citation\/duplicate/);
      assert.match(problems.join('\n'), /citation\/unknown-source/);
      assert.deepEqual(seen, { mode: 'brief-mode', definition: DECLARED, fixed: MENDED, renamed: RENAMED });
    });
});
