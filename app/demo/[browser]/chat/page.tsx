import type { Metadata } from "next";
import { ChatPage } from "~/components/demo-app/ChatPage";

export const metadata: Metadata = { title: "Chat" };

export default ChatPage;
