/** Who has to do something. Owner and sponsor are people of the charter; the others are whoever fills the part. */
export const ROLES = ["engineer", "owner", "sponsor", "platform", "security"] as const;
export type Role = (typeof ROLES)[number];
