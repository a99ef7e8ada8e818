import type { Trace } from "./trace";

/** Reads the header `x-demo-trace`, in a browser as in Node. It comes from this site's own server, so its shape is known. */
export function readTrace(header: string): Trace {
  const base64 = header.replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Trace;
}
