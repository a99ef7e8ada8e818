import type { Answer } from "./transport";

export const isSuccess = ({ status }: Answer) => status >= 200 && status < 300;

/** The route is not there, or not with this method. */
export const isAbsent = ({ status }: Answer) => status === 404 || status === 405 || status === 501;

const isRedirect = ({ status }: Answer) => status >= 300 && status < 400;

/** Such as `GET /api/threads without a cookie: 307, a redirect to /sign-in`. */
export function inWords(answer: Answer) {
  const { title, status, type, location } = answer;
  if (location) return `${title}: ${status}, a redirect to ${location.split("?", 1)[0]}`;
  return `${title}: ${status}${type.startsWith("text/html") ? ", a page of HTML" : ""}`;
}

/** Why an answer that should be a refusal is none, if it does not say so itself. */
export const redirectHint = (answer: Answer) =>
  isRedirect(answer) ? " To fetch, a redirect looks like a success: refuse in the route itself." : "";
