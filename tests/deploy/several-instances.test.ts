import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../support/free-port";
import { type InstanceName, instanceNames, startBalancer, startInstance } from "../support/proxies/instances";
import type { Service } from "../support/service";
import { ProxiedVisitor, siteUrl } from "./proxied-visitor";

const folder = mkdtempSync(join(tmpdir(), "instances-"));
const ports = {} as Record<InstanceName, number>;
const instances = {} as Record<InstanceName, Service>;
let balancer: Service;

/** Starts an instance. A second time, it is as if it came back on the same machine. */
async function start(name: InstanceName) {
  instances[name] = await startInstance(name, {
    PORT: String(ports[name]),
    DATA_DIR: join(folder, name),
    SITE_URL: siteUrl,
  });
}

beforeAll(async () => {
  for (const name of instanceNames) ports[name] = await freePort();
  await Promise.all(instanceNames.map(start));
  balancer = await startBalancer({ one: `127.0.0.1:${ports.one}`, two: `127.0.0.1:${ports.two}` });
}, 120_000);

afterAll(async () => {
  await balancer?.stop();
  await Promise.all(Object.values(instances).map((instance) => instance.stop()));
  rmSync(folder, { recursive: true });
});

const front = () => balancer.url.replace("/robots.txt", "");

const instanceOf = ({ cookies }: ProxiedVisitor) => cookies.get("__Secure-sandbox")?.split("~")[0];

/** A visitor who has a thread on this instance. The first ones go wherever nginx sends them. */
async function visitorOn(name: InstanceName) {
  for (;;) {
    const visitor = new ProxiedVisitor(front());
    await visitor.enterSandbox();
    if (instanceOf(visitor) !== name) continue;
    await visitor.signUp();
    await visitor.fillThread(2);
    return visitor;
  }
}

const threadsOf = async (visitor: ProxiedVisitor) => {
  const response = await visitor.api("GET", "threads");
  return { status: response.status, count: ((await response.json()) as unknown[]).length };
};

const enter = async (visitor: ProxiedVisitor) => {
  const response = await visitor.enterSandbox();
  return { status: response.status, isLost: ((await response.json()) as { isLost: boolean }).isLost };
};

const own = { status: 200, count: 1 };

test("a visitor is always on the instance that has the visitor's database", async () => {
  const [first, second] = [await visitorOn("one"), await visitorOn("two")];
  for (let round = 0; round < 20; round++) {
    for (const visitor of [first, second]) {
      expect(await threadsOf(visitor)).toEqual(own);
      expect((await visitor.call("GET", "/docs/setup")).status).toBe(200);
      expect((await visitor.call("GET", "/demo/database?table=threads")).status).toBe(200);
    }
  }
  expect(await enter(first)).toEqual({ status: 200, isLost: false });
  expect([first, second].map(instanceOf)).toEqual(["one", "two"]);
});

test("a name that no instance has, or that a visitor has made up, is as good as none", async () => {
  const visitor = new ProxiedVisitor(front());
  visitor.cookies.set("__Secure-sandbox", "three~made-up");
  expect(await enter(visitor)).toEqual({ status: 200, isLost: true });
  expect(["one", "two"]).toContain(instanceOf(visitor));
});

test("an instance is killed: its visitors get a fresh database and are told, and the others notice nothing", async () => {
  const [stranded, other] = [await visitorOn("one"), await visitorOn("two")];
  process.kill(instances.one.pid, "SIGKILL");
  await instances.one.ended;

  expect((await stranded.api("GET", "threads")).status).toBe(428);
  expect(await enter(stranded)).toEqual({ status: 200, isLost: true });
  expect(instanceOf(stranded)).toBe("two");
  expect((await stranded.signUp()).status).toBe(200);
  for (let round = 0; round < 10; round++) {
    expect(await threadsOf(other)).toEqual(own);
    expect((await new ProxiedVisitor(front()).call("GET", "/docs/setup")).status).toBe(200);
    expect((await new ProxiedVisitor(front()).enterSandbox()).status).toBe(200);
  }

  await start("one");
  expect((await threadsOf(stranded)).status).toBe(200);
  expect(instanceOf(stranded)).toBe("two");
});

test("an instance that is back has its visitors' databases", async () => {
  const visitor = await visitorOn("two");
  process.kill(instances.two.pid, "SIGKILL");
  await instances.two.ended;
  await start("two");
  // nginx takes an instance that has failed for away for 10 seconds. Nobody has asked this one.
  expect(await threadsOf(visitor)).toEqual(own);
});
