const secrets = new Set<string>();

/** Nothing that short is a secret, and masking it would spoil the text. */
export function keepSecret(text = "") {
  if (text.length >= 8) secrets.add(text);
}

/** Of better-auth's cookies, both as they are sent and the bare token in them. */
export function keepSecretsOf(cookies: string) {
  for (const [, value, token] of cookies.matchAll(/=(([^;.]*)[^;]*)/g)) {
    keepSecret(value);
    keepSecret(token);
  }
}

/** Whatever an app puts into its answers: no cookie and no password is printed. */
function redact(text: string) {
  let safe = text;
  for (const secret of secrets) safe = safe.replaceAll(secret, "…");
  return safe;
}

/** Results go to standard output. */
export const print = (text: string) => process.stdout.write(`${redact(text)}\n`);

/** What is meant for people goes to standard error. */
export const say = (text: string) => process.stderr.write(`${redact(text)}\n`);
