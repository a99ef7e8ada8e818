/** The run cannot go on. The message says why, and what to do. */
export class RunAborted extends Error {}

/** The check fails here, and the rest of it has no ground to stand on. */
export class CheckAborted extends Error {}

/** This check cannot be made in this app. The message says why. */
export class CheckSkipped extends Error {}
