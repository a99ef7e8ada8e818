/** The way of a request through the app, from the browser to the rows that are the user's. */
export function HowItWorks() {
  return null;
}
