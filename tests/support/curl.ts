import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";

/** What the cookie files of some commands hold, by their names. */
export type CookieFiles = Map<string, string>;

/** The words of a command, as a shell reads them: what stands in single quotes is one word. */
const words = (command: string) =>
  Array.from(
    command.replaceAll("\\\n", " ").matchAll(/'([^']*)'|(\S+)/g),
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );

/**
 * Makes the request of a `curl` command, so that the guide's commands can be tried where there is no curl. It sends
 * what curl sends and no more: `fetch` adds headers that servers judge a request by. An option that is not known here
 * is an error.
 */
export async function curl(command: string, cookies: CookieFiles) {
  const [name, ...args] = words(command);
  if (name !== "curl") throw new Error(`Not curl: ${command}`);

  const headers: Record<string, string> = {};
  let url: string | undefined;
  let method: string | undefined;
  let body: string | undefined;
  let cookieFile: string | undefined;

  for (let word = args.shift(); word !== undefined; word = args.shift()) {
    const value = () => args.shift() ?? "";
    if (word === "-i") continue;
    if (word === "-X") method = value();
    else if (word === "-b") headers.Cookie = cookies.get(value()) ?? "";
    else if (word === "-c") cookieFile = value();
    else if (word === "--json") {
      body = value();
      headers["Content-Type"] = "application/json";
    } else if (word === "-H") {
      const [header = "", content = ""] = value().split(": ");
      headers[header] = content;
    } else if (URL.canParse(word)) url = word;
    else throw new Error(`${word} in ${command}`);
  }
  if (!url) throw new Error(`No address in ${command}`);

  const sent = request(url, { method: method ?? (body ? "POST" : "GET"), headers });
  sent.end(body);
  const [response]: IncomingMessage[] = await once(sent, "response");
  if (!response) throw new Error(`No answer to ${command}`);
  const setCookie = response.headers["set-cookie"]?.[0];
  if (cookieFile && setCookie) cookies.set(cookieFile, setCookie.split(";", 1)[0] ?? "");
  return { status: response.statusCode, setCookie, text: await text(response) };
}
