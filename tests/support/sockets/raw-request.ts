import { connect } from "node:net";

/** How a server took some bytes: the status of its answer, or that it ended the connection without one, or did neither. */
export type Outcome = number | "no answer" | "no end";

/** Milliseconds. Long enough for any answer on a busy machine, so that only silence reaches it. */
const patience = 30_000;

/** Sends these bytes over a connection of their own. HTTP clients would correct them, or refuse to. */
export function sendRaw(url: string, bytes: string): Promise<{ outcome: Outcome; head: string }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let head = "";
  return new Promise((resolve) => {
    const finish = (outcome: Outcome) => {
      socket.destroy();
      resolve({ outcome, head });
    };
    socket.setTimeout(patience, () => finish("no end"));
    // The server may end the connection before it has read all. What it has answered is here already.
    socket.on("error", () => {});
    socket.on("close", () => finish("no answer"));
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      // `100 Continue` is no answer yet.
      head = (head + chunk).replace(/^HTTP\/1\.1 1\d\d .*\r\n\r\n/, "");
      if (head.includes("\r\n\r\n")) finish(Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]) || "no answer");
    });
    socket.write(bytes, "latin1");
  });
}
