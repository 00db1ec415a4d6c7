/** A function that templates may call. Its output goes into the document as it is, so it makes its input safe. */
export interface TemplateHelper {
  /** How it is written: `{{link text url}}`. */
  readonly usage: string;
  /** What it does, for the documentation of templates. */
  readonly about: string;
  /** What each parameter must be. */
  readonly parameters: readonly ("text" | "texts")[];
  readonly run: (values: readonly (string | readonly string[])[]) => string;
}
