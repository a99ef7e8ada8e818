import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach } from "vitest";
import type { Network } from "../http/addresses";
import { FileStore, nameOf } from "../store/file-store";
import type { SandboxHandle } from "../store/store";
import { buildTemplate } from "../store/template";

type Options = ConstructorParameters<typeof FileStore>[0];

const mebibyte = 1024 * 1024;

/** A network with one line. */
export const network = (name: string, wide = name): Network => ({ narrow: name, wide });

/** For each test of a file a folder of its own, and stores in it that are closed at its end. */
export class StoreFolder {
  path = "";
  #template: Buffer = Buffer.alloc(0);
  #stores: FileStore[] = [];

  constructor() {
    beforeAll(async () => {
      this.#template = await buildTemplate();
    });
    beforeEach(() => {
      this.path = mkdtempSync(join(tmpdir(), "sandboxes-"));
    });
    afterEach(async () => {
      for (const store of this.#stores.splice(0)) await store.close();
      rmSync(this.path, { recursive: true });
    });
  }

  get template() {
    return this.#template;
  }

  open(options: Partial<Options> = {}) {
    const store = new FileStore({
      folder: this.path,
      template: this.#template,
      key: "key",
      maxBytes: 4 * mebibyte,
      maxTotalBytes: 5000 * mebibyte,
      minFreeBytes: mebibyte,
      maxOpen: 200,
      idle: 300_000,
      maxCount: 5000,
      maxPerNetwork: 100,
      timeToLive: 24 * 3_600_000,
      ...options,
    });
    this.#stores.push(store);
    return store;
  }

  fileOf(token: string) {
    return join(this.path, `${nameOf(token)}.db`);
  }
}

/** The token of a new sandbox. */
export async function create(store: FileStore, from = network("192.0.2.1")) {
  const made = await store.create(from);
  if (typeof made === "string") throw new Error(made);
  return made.token;
}

/** Opens a sandbox that must be there. */
export async function open(store: FileStore, token: string): Promise<SandboxHandle> {
  const sandbox = await store.open(token);
  if (!sandbox) throw new Error("There is no such sandbox.");
  return sandbox;
}

/** Does something in a sandbox, as a request does. */
export async function use<Result>(store: FileStore, token: string, run: (sandbox: SandboxHandle) => Result) {
  const sandbox = await open(store, token);
  try {
    return run(sandbox);
  } finally {
    sandbox.release();
  }
}
