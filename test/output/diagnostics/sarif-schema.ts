/**
 * What section 3 of SARIF 2.1.0 says of the objects that the tool writes, and what GitHub's code scanning asks for
 * besides: a message, a place with a first line, a rule that is known. Keys that the standard does not name are refused.
 */

const text = { type: "string", minLength: 1 } as const;
const level = { enum: ["none", "note", "warning", "error"] } as const;
const line = { type: "integer", minimum: 1 } as const;

function object(required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const message = object({ text });
const place = object({
  artifactLocation: object({
    // No scheme, no leading slash, no step up, and only the characters of a URI.
    uri: {
      type: "string",
      pattern: "^(?!/)(?!(?:[^?]*/)?\\.\\.?(?:/|$))(?:[A-Za-z0-9._~!'()*/-]|%[0-9A-F]{2})+$",
    },
    uriBaseId: { const: "%SRCROOT%" },
  }),
  region: object({ startLine: line, startColumn: line, endLine: line, endColumn: line }),
});

const rule = object({
  id: text,
  shortDescription: message,
  fullDescription: message,
  help: object({ text, markdown: text }),
  defaultConfiguration: object({ level }),
  properties: object({ tags: { type: "array", items: text, uniqueItems: true } }),
});

const result = object(
  {
    ruleId: text,
    ruleIndex: { type: "integer", minimum: 0 },
    level,
    message,
    locations: { type: "array", minItems: 1, maxItems: 1, items: object({ physicalLocation: place }) },
    partialFingerprints: {
      type: "object",
      required: ["primaryLocationLineHash"],
      additionalProperties: { type: "string", pattern: "^[0-9a-f]{64}$" },
    },
  },
  {
    relatedLocations: {
      type: "array",
      uniqueItems: true,
      items: object({
        id: { type: "integer", minimum: 0 },
        physicalLocation: place,
        message: object({ text: { type: "string" } }),
      }),
    },
  },
);

export const SARIF_SCHEMA = object({
  $schema: text,
  version: { const: "2.1.0" },
  runs: {
    type: "array",
    items: object({
      tool: object({
        driver: object({ name: text, version: text, rules: { type: "array", uniqueItems: true, items: rule } }),
      }),
      automationDetails: object({ id: text }),
      invocations: {
        type: "array",
        items: object({ executionSuccessful: { type: "boolean" }, exitCode: { type: "integer" } }),
      },
      columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
      results: { type: "array", items: result },
    }),
  },
});
