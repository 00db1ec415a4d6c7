/** Names of models as they stand within names of meters and services. */
const MODELS: readonly RegExp[] = [
  /claude(?:[ -](?:instant|opus|sonnet|haiku|v?\d{1,2}(?:[.-]\d{1,2}(?!\d))?))+(?:-\d{8})?/i,
  /(?:chat)?gpt-\d+(?:\.\d+)?[a-z]?(?:-(?:mini|nano|turbo|pro|codex|max|audio|realtime|oss))*(?:-\d{4}-\d{2}-\d{2})?/i,
  /\bo[134](?:-(?:mini|pro|preview))*\b(?:-\d{4}-\d{2}-\d{2})?/i,
  /text-embedding-[\w-]+/i,
  /gemini[ -]\d+(?:\.\d+)?(?:[ -](?:pro|flash|lite|ultra))*/i,
];

/** `Claude Sonnet 4.5` of `Claude Sonnet 4.5 (Amazon Bedrock Edition)`; undefined where no model is named. */
export function modelIn(text: string): string | undefined {
  for (const model of MODELS) {
    const found = model.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
