import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { createRequestStoreForAPI } from "next/dist/server/async-storage/request-store";
import { NextRequest } from "next/server";

type WorkStore = NonNullable<ReturnType<typeof workAsyncStorage.getStore>>;
type Arguments = Parameters<typeof createRequestStoreForAPI>;

/**
 * Calls a route handler as Next.js does, in the scope in which its own `headers()` works. The scope is internal to
 * Next.js, so only tests may know it.
 */
export function withinNext<Result>(request: Request, handler: (request: Request) => Result): Result {
  const nextRequest = new NextRequest(request);
  const implicitTags: Arguments[2] = { tags: [], expirationsByCacheKind: new Map() };
  const store = createRequestStoreForAPI(
    nextRequest,
    nextRequest.nextUrl,
    implicitTags,
    undefined,
    undefined,
    undefined,
  );
  return workAsyncStorage.run({ route: "/test" } as WorkStore, () =>
    workUnitAsyncStorage.run(store, () => handler(nextRequest)),
  );
}
