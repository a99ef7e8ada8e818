import type { ReactNode } from "react";

type Props = { children: ReactNode };

export const Steps = ({ children }: Props) => <div className="steps">{children}</div>;

export const Step = ({ children }: Props) => <div className="step">{children}</div>;
