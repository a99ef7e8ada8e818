// #region auth-client
import { createAuthClient } from "better-auth/react";

// Created once: every hook that comes from it shares one session.
export const authClient = createAuthClient();
// #endregion auth-client
