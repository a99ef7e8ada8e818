/** The cookies of a request, as a browser sends them. */
export function readCookies(header: string): { name: string; value: string }[] {
  return header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, Math.max(at, 0)), value: pair.slice(at + 1) };
    });
}

/** All that a cookie's value gives away: itself, encoded or not, and the token and the signature that it consists of. */
export function partsOf(value: string): string[] {
  const decoded = decode(value);
  return [value, decoded, ...decoded.split(".")].filter((part) => part !== "");
}

function decode(value: string) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
