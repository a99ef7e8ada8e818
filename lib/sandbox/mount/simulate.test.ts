import { expect, test } from "vitest";
import { readSimulation, simulateForeignOrigin } from "./simulate";

const asking = (simulation: string) => readSimulation(new Headers({ "x-demo-simulate": simulation }));

test.each(["foreign-origin", "keep-cookies"])("%s is simulated for whoever asks", (simulation) => {
  expect(asking(simulation)).toBe(simulation);
});

test("whoever asks for nothing gets nothing simulated", () => {
  expect(readSimulation(new Headers())).toBeUndefined();
});

test.each(["", "admin", "no-cookie", "keep-cookies, foreign-origin", "KEEP-COOKIES"])(
  "%j is no simulation, and the error names those that are",
  async (simulation) => {
    const response = asking(simulation);
    if (!(response instanceof Response)) throw new Error("It was let through.");
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      code: "NO_SUCH_SIMULATION",
      message: expect.stringContaining("foreign-origin, keep-cookies"),
    });
  },
);

test("a request from another site has everything that tells a server so, and keeps the rest", () => {
  const sent = { cookie: "better-auth.session_token=t.s", "content-type": "application/json" };
  const headers = new Headers({ ...sent, origin: "http://localhost:3000", "sec-fetch-site": "same-origin" });
  simulateForeignOrigin(headers);
  expect(Object.fromEntries(headers)).toEqual({
    ...sent,
    origin: "https://evil.example",
    referer: "https://evil.example/",
    "sec-fetch-site": "cross-site",
  });
});
