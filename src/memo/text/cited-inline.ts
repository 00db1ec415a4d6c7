/** More ids than these are not printed beside a figure, but listed in full in the appendix. */
export const CITED_INLINE = 4;
