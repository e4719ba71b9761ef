;;; One session of Emacs with eglot, without a screen; what came of it is written as JSON into the file named last.
(require 'json)
(require 'markdown-mode)
(require 'eglot)

(setq result nil
      session (split-string (getenv "ZIPING_SESSION") "\n")
      program (nth 0 session) node (nth 1 session) root (nth 2 session) out (nth 3 session)
      eglot-connect-timeout 120
      eglot-sync-connect 120
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil
      coding-system-for-write 'utf-8-unix)
(prefer-coding-system 'utf-8)

(defun note (key value) (push (cons key value) result))

(defun settle (what until-so)
  (let ((end (+ (float-time) 120)))
    (while (and (not (funcall until-so)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall until-so) (note 'late what))))

(defun found (rule)
  "The line of a finding of RULE, if it is shown."
  (seq-some (lambda (one)
              (when (string-match-p (regexp-quote rule) (flymake-diagnostic-text one))
                (line-number-at-pos (flymake-diagnostic-beg one))))
            (flymake-diagnostics)))

;; As the recipe says, but for the program under test.
(add-to-list 'eglot-server-programs
             `((markdown-mode yaml-mode) . (,node ,program "lsp" "--stdio")))

(find-file (concat root "/report/01-领导.md"))
(apply #'eglot--connect (eglot--guess-contact))
(settle "start" (lambda () (and (eglot-current-server) flymake-mode)))
(setq server (eglot-current-server))

;; A finding on text that nobody saved.
(goto-char (point-min))
(search-forward "## 1.2")
(beginning-of-line)
(insert "高层以身作则，，带头改进。\n\n")
(forward-line -2)
(setq line (line-number-at-pos))
(eglot--signal-textDocument/didChange)
(flymake-start)
(settle "diagnostics" (lambda () (found "typography")))
(note 'found (found "typography"))
(note 'line line)

;; Its quick fix.
(search-forward "，，")
(setq actions
      (jsonrpc-request server :textDocument/codeAction
                       (list :textDocument (eglot--TextDocumentIdentifier)
                             :range (list :start (eglot--pos-to-lsp-position (- (point) 2))
                                          :end (eglot--pos-to-lsp-position (point)))
                             :context (list :diagnostics [] :only ["quickfix"]))
                       :timeout 120))
(seq-doseq (action actions)
  (when (eq (plist-get action :isPreferred) t)
    (eglot--apply-workspace-edit (plist-get action :edit))))
(goto-char (point-min))
(forward-line (1- line))
(note 'fixed (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

;; Hover, completion, rename.
(goto-char (point-min))
(search-forward "1.1 高层领导")
(setq hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams) :timeout 120))
(note 'hover (plist-get (plist-get hover :contents) :value))

(goto-char (point-min))
(forward-line line)
(insert "见[表](#tbl-cu")
(eglot--signal-textDocument/didChange)
(let ((items (jsonrpc-request server :textDocument/completion (eglot--CompletionParams) :timeout 120)))
  (note 'completion (vconcat (seq-map (lambda (one) (plist-get one :label)) items))))
(delete-region (line-beginning-position) (line-end-position))
(eglot--signal-textDocument/didChange)

(goto-char (point-min))
(search-forward "](#tbl-culture")
(eglot-rename "tbl-wenhua")
(note 'renamed (and (not (save-excursion (goto-char (point-min)) (search-forward "tbl-culture" nil t)))
                    (how-many "tbl-wenhua" (point-min) (point-max))))

(write-region (json-encode result) nil out nil 'silent)
(set-buffer-modified-p nil)
(ignore-errors (eglot-shutdown server))
(kill-emacs 0)
