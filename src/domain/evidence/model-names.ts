/** Names by which vendors serve whatever they last released: the same name is another model next month. */
const HOSTED = new RegExp(
  "^(?:[a-z.-]+/)*(?:chatgpt|gpt|o[134](?:-(?:mini|pro|preview))?$|claude|gemini|grok|command-|nova-" +
    "|deepseek-(?:chat|reasoner)|mistral-(?:large|medium|small))",
  "i",
);
const MOVING = /(?:^|[-_.:/@ ])(?:latest|default|current|stable|newest|preview)(?:$|[-_.:/@ ])/i;
/** A day, a month or a number of a release, or the digest of weights. */
const PINNED = /\d{4}-\d{2}(?:-\d{2})?|\d{8}|[-@:]\d{3,4}(?:$|-)|@\S|:[0-9a-f]{7,}|-v\d+:\d+/i;

/**
 * Whether a model's name may stand for another model tomorrow: `gpt-latest`, and `gpt-4o` as well, because vendors move
 * the names without a date. Names of other kinds, such as those of own or open weights, are taken as they are.
 */
export function isFloatingModel(model: string): boolean {
  const name = model.trim();
  if (PINNED.test(name)) return false;
  return MOVING.test(name) || HOSTED.test(name);
}
