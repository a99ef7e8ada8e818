import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** How a client that asks again and again, over connections that it keeps, fared until nobody was there any more. */
export interface Report {
  answers: number;
  /** Requests that were sent, and not answered. */
  lost: number;
}

/**
 * Asks a server again and again, as fast as it answers, until it takes no connection any more. It keeps each connection
 * until an answer says that it was the last, as every HTTP client does.
 */
export async function askUntilRefused(url: string, request: string, onAnswer: () => void): Promise<Report> {
  const { hostname, port } = new URL(url);
  const report = { answers: 0, lost: 0 };
  for (;;) {
    const socket = connect(Number(port), hostname).setEncoding("latin1");
    const refused = await once(socket, "connect").then(
      () => false,
      () => true,
    );
    if (refused) return report;
    for (let isKept = true; isKept; ) {
      const answer = await ask(socket, request);
      if (answer === undefined) report.lost += 1;
      else report.answers += 1;
      onAnswer();
      isKept = answer !== undefined && !/^connection: close/im.test(answer);
    }
    socket.destroy();
  }
}

/** The head of the answer, when its body is here as well. Undefined if the connection ends before. */
function ask(socket: Socket, request: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = "";
    const finish = (head?: string) => {
      socket.removeAllListeners("data").removeAllListeners("close").removeAllListeners("error");
      socket.on("error", () => {});
      resolve(head);
    };
    socket.on("data", (chunk: string) => {
      answer += chunk;
      const [head = "", body] = answer.split(/\r\n\r\n(.*)/s);
      const length = /^content-length: (\d+)/im.exec(head)?.[1];
      const isWhole = length ? (body?.length ?? 0) >= Number(length) : answer.endsWith("\r\n0\r\n\r\n");
      if (body !== undefined && isWhole) finish(head);
    });
    socket.on("error", () => {});
    socket.on("close", () => finish());
    socket.write(request);
  });
}
