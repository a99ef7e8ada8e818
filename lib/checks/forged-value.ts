/** A cookie's value in the shape of better-auth's: a token, a point, and a signature that nobody gave. */
export function forgedValue() {
  const signature = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  return `${crypto.randomUUID().replaceAll("-", "")}.${encodeURIComponent(signature)}`;
}
