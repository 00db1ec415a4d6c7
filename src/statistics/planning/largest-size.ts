/** The largest sample that planning looks at; the methods are held to their accuracy up to here. */
export const LARGEST_SIZE = 10_000_000;
