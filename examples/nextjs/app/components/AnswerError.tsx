import {
  ActionBarPrimitive,
  ErrorPrimitive,
  MessagePrimitive,
} from "@assistant-ui/react";
import { Button } from "./Button";
import { ErrorNote } from "./ErrorNote";

/**
 * The answer did not come, or broke off. The question is kept, so it can be asked
 * again.
 */
export function AnswerError() {
  return (
    <MessagePrimitive.Error>
      <div className="mt-2">
        <ErrorNote
          action={
            <ActionBarPrimitive.Reload asChild>
              <Button>Try again</Button>
            </ActionBarPrimitive.Reload>
          }
        >
          <ErrorPrimitive.Message />
        </ErrorNote>
      </div>
    </MessagePrimitive.Error>
  );
}
