import type { IncomingMessage, ServerResponse } from "node:http";
import { constants } from "node:zlib";
import expressCompression from "compression";
import { isDemoApi } from "../lib/sandbox/protocol/addresses.ts";
import { pathnameOf } from "./headers/pathname.ts";

/** Takes about as long as gzip does, and makes a long page a fifth smaller than gzip does. */
const quality = 5;

/**
 * Compresses answers with Brotli, which Next.js' `compress` lacks, if the browser takes it. A demo's API is left
 * alone: its answers are small or come word by word, and one of them holds the session's token, which the length of a
 * compressed answer can give away (https://breachattack.com).
 */
export function compression() {
  const compress = expressCompression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: quality } } });
  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (isDemoApi(pathnameOf(request))) return next();
    // Typed for Express, whose requests and responses are Node.js' own.
    compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], next);
  };
}
