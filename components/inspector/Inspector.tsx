import * as Tabs from "fumadocs-ui/components/ui/tabs";
import { useMemo, useState } from "react";
import { useRequestLog } from "../sandbox/requests";
import { CodeView } from "./CodeView";
import { DatabaseView } from "./DatabaseView";
import { RequestList } from "./RequestList";

interface InspectorProps {
  /** The demo whose requests it shows. */
  demo: string;
  /** The name of the demo whose code it shows, if any. */
  code: string | undefined;
  /** Another one for a fresh database. */
  sandbox: number;
  /** The demo has one browser. */
  isAlone: boolean;
}

/** What the demo above it did: its requests, the rows in its database, and the code that ran. */
export function Inspector({ demo, code, sandbox, isAlone }: InspectorProps) {
  const [tab, setTab] = useState<string>("Requests");
  const { requests, paused } = useRequestLog();
  const listed = useMemo(
    () => requests.filter((request) => request.demo === demo && request.isListed),
    [requests, demo],
  );
  const finished = listed.filter(({ state }) => state === "done").length;
  const tabs = code ? ["Requests", "Database", "Code"] : ["Requests", "Database"];
  const last = listed.findLast(({ answer }) => answer);
  return (
    <Tabs.Tabs value={tab} onValueChange={setTab}>
      <Tabs.TabsList aria-label="What the demo did">
        {tabs.map((name) => (
          <Tabs.TabsTrigger key={name} value={name}>
            {name}
          </Tabs.TabsTrigger>
        ))}
      </Tabs.TabsList>
      <Tabs.TabsContent value="Requests">
        <RequestList demo={demo} requests={listed} isAlone={isAlone} isPaused={paused.has(demo)} />
      </Tabs.TabsContent>
      <Tabs.TabsContent value="Database">
        <DatabaseView key={sandbox} change={`${finished} ${last?.id ?? ""}`} />
      </Tabs.TabsContent>
      {code && (
        <Tabs.TabsContent value="Code">
          <CodeView demo={code} />
        </Tabs.TabsContent>
      )}
      <p role="status" className="sr-only">
        {last?.answer && `${last.method} ${last.path}: ${last.answer.status}`}
      </p>
    </Tabs.Tabs>
  );
}
