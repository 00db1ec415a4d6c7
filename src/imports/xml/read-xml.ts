import sax, { type Tag } from "sax";
import { ImportFault } from "../import-problem.ts";

/** The callbacks of a reader of XML, in the order of the document. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void;
  close(name: string, line: number): void;
}

const DEEPEST = 100;
/**
 * Walks through a document. Texts between the tags are passed by: what is counted stands in tags. Document types are
 * refused, and with them entities of a document's own, which is how a small file becomes a large one.
 *
 * @throws ImportFault with the line, where it is not well-formed
 */
export function readXml(pieces: Iterable<string>, reader: XmlReader): void {
  const parser = sax.parser(true, { position: true });
  let depth = 0;
  let fault: ImportFault | undefined;
  const stop = (message: string, hint?: string) => {
    fault ??= new ImportFault(message, { line: parser.line + 1, hint });
  };
  Object.assign(parser, {
    onerror: (error: Error) => stop(`it is not well-formed XML: ${error.message.split("\n", 1)[0] ?? ""}`),
    ondoctype: () =>
      stop("found a document type, which no report of tests has", "entities are not resolved: remove the DOCTYPE"),
    onopentag: (tag: Tag) => {
      if (++depth > DEEPEST) stop(`it is nested more than ${DEEPEST} deep`);
      if (fault === undefined) reader.open(tag.name, tag.attributes, parser.line + 1);
    },
    onclosetag: (name: string) => {
      depth--;
      if (fault === undefined) reader.close(name, parser.line + 1);
    },
  });
  for (const piece of pieces) {
    parser.write(piece);
    if (fault !== undefined) throw fault;
  }
  parser.close();
  if (fault !== undefined) throw fault;
}
