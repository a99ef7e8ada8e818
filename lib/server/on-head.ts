import type { ServerResponse } from "node:http";

/** Calls back when the head of the answer is about to be written: its status is known, its headers can still change. */
export function onHead(response: ServerResponse, change: (status: number) => void) {
  const writeHead = response.writeHead;
  response.writeHead = (...args: unknown[]) => {
    change(Number(args[0]));
    return Reflect.apply(writeHead, response, args);
  };
}
