/** What Vercel calls the deployment that runs: its own address, and its branch's. */
const { VERCEL_URL, VERCEL_BRANCH_URL } = process.env;

/**
 * For `baseURL` in `auth.ts`, where each preview has an address of its own: better-auth
 * takes the one that was asked for, if it is among these. Their origins may write.
 */
export const previewBaseURL = {
  allowedHosts: ["chat.example.com", VERCEL_URL, VERCEL_BRANCH_URL].filter((host) => host !== undefined),
  fallback: "https://chat.example.com",
  protocol: "https" as const,
};
