import { UsageFault } from "../app/ports/faults.ts";

type Page = "html" | "pdf";

/**
 * The form that the name of a file asks for: a file called memo.pdf that held Markdown would open nowhere.
 *
 * @throws UsageFault where `--format` asks for the other one
 */
export function formOfName<T extends string>(format: T, out: string | undefined): T | Page {
  const [, ending = ""] = /\.(html?|pdf)$/i.exec(out ?? "") ?? [];
  if (ending === "") return format;
  const named: Page = ending.toLowerCase() === "pdf" ? "pdf" : "html";
  if ((format === "html" || format === "pdf") && format !== named)
    throw new UsageFault(
      `--out: "${out ?? ""}" ends like ${named.toUpperCase()}, and --format says ${format}`,
      `leave out --format, or end the name with .${format}`,
    );
  return named;
}
