/** How bad it is: an error stops a go, a warning is worth a look, a note is for information. */
export type Severity = "error" | "warning" | "note";

/**
 * What a diagnostic says of the PoC, which decides the exit code of `poc check`.
 * `records`: cannot be read or judged (3). `breach`: a limit or rule is breached (1). `due`: evidence or an act that is
 * due is missing (4).
 */
export type DiagnosticKind = "records" | "breach" | "due";

export interface CatalogueEntry {
  readonly severity: Severity;
  readonly kind: DiagnosticKind;
  /** One line, for lists: what is wrong, without the particulars. */
  readonly title: string;
  /**
   * The long text of `poc explain`: what it means and why it matters in the field. Markdown paragraphs, wrapped for the
   * source; every reader wraps them anew.
   */
  readonly explanation: string;
  /** What to type or edit, as one paragraph of Markdown. */
  readonly fix: string;
}
