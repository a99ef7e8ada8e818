import { MyProvider } from "@/app/components/MyProvider";
import { SmallChat } from "./SmallChat";

export default function Page() {
  return (
    <MyProvider>
      <SmallChat />
    </MyProvider>
  );
}
