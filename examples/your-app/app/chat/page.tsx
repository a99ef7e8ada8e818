import { MyProvider } from "@/app/components/MyProvider";
import { Workspace } from "@/app/components/Workspace";

export default function ChatPage() {
  return (
    <MyProvider>
      <Workspace />
    </MyProvider>
  );
}
