/** The run cannot go on. The message says why, and what to do. */
export class Stop extends Error {}
