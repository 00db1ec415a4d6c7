import { isJSONRPCErrorResponse, isJSONRPCResultResponse, parseJSONRPCMessage } from "@modelcontextprotocol/server";

/** Codes of JSON-RPC 2.0, section 5.1. */
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;

/** The answer to a line that is not a message. */
export interface LineFault {
  readonly code: number;
  readonly message: string;
  /** The id of the request, if known. Otherwise the protocol leaves it out; JSON-RPC alone says null. */
  readonly id: string | number | undefined;
}

/** What is wrong with a line from the client; undefined where it is a message of the protocol. */
export function lineFault(line: string): LineFault | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { code: PARSE_ERROR, message: "Parse error: the line is not JSON", id: undefined };
  }
  if (Array.isArray(value))
    return invalid("batches are not accepted; send each message on a line of its own", undefined);
  if (typeof value !== "object" || value === null) return invalid("expected an object", undefined);
  const fields = new Map<string, unknown>(Object.entries(value));
  const id = requestId(fields);
  if (fields.get("jsonrpc") !== "2.0") return invalid('expected "jsonrpc": "2.0"', id);
  if (fields.has("id") && id === undefined && fields.has("method"))
    return invalid("the id is neither a text nor a number", undefined);
  try {
    const message = parseJSONRPCMessage(value);
    const answers = isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message);
    return answers || typeof fields.get("method") === "string" ? undefined : invalid("the method is missing", id);
  } catch {
    return invalid('expected "method" with a name, and "params" with an object', id);
  }
}

function invalid(what: string, id: string | number | undefined): LineFault {
  return { code: INVALID_REQUEST, message: `Invalid request: ${what}`, id };
}

/**
 * The id of a request. The id of an answer is one of the server's own, and the client would mistake it for another
 * request.
 */
function requestId(fields: ReadonlyMap<string, unknown>): string | number | undefined {
  const id = fields.get("id");
  if (fields.has("result") || fields.has("error")) return undefined;
  return typeof id === "string" || (typeof id === "number" && Number.isInteger(id)) ? id : undefined;
}
