/** What is shown when a request gets no answer. */
export const noAnswer =
  "The server did not answer (NO_ANSWER). Check your connection and try again.";

/** What is shown for a refusal that does not say why. */
export const refused = (status: number) =>
  `The server refused (${status}). Try again later.`;
