import { cookies } from "next/headers";
import { NextResponse } from "next/server";

/**
 * Calls a route, and gives the cookies that it set with Next.js' `cookies()` the path of the mount. Next.js adds them to
 * the answer at its end, after the mount, so they are changed where Next.js keeps them. They are added to the answer as
 * well, so that the trace sees them; Next.js sends a cookie that is in both once. A browser that is to keep its cookies gets
 * none of them.
 */
export async function withRouteCookies(
  { prefix, isKept }: { prefix: string; isKept: boolean },
  call: () => Promise<Response>,
) {
  const jar = await cookies();
  // By identity: a session that is renewed has the value that it had.
  const before = new Set(jar.getAll());
  const response = await call();
  const carrier = new NextResponse();
  for (const cookie of jar.getAll().filter((cookie) => !before.has(cookie))) {
    const moved = { ...cookie, path: prefix };
    // What Next.js will send cannot be taken back. Where no page is, it changes nothing.
    jar.set(isKept ? { ...moved, path: `${prefix}/nowhere`, maxAge: 0 } : moved);
    carrier.cookies.set(moved);
  }
  for (const cookie of carrier.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
  return response;
}
