import { AuthForm } from "./AuthForm";

export function SignedOut({ notice }: { notice: string | undefined }) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-8">
      <AuthForm notice={notice} />
    </main>
  );
}
