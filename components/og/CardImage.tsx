import type { Card } from "~/lib/og/cards";
import { Logo } from "../shell/Logo";

// The light colours of `tokens.css`. An image has no style sheet.
const ink = "#1a1a19";
const soft = "#57565a";
const faint = "#6b6a70";
const accent = "#c01568";

/** The picture of a page: its name, and under it the way of the id from a cookie to a row. */
export function CardImage({ title, description, label }: Card) {
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        padding: "64px 72px 72px",
        fontFamily: "Geist",
        color: ink,
        background: "#ffffff",
      }}
    >
      <div style={{ display: "flex", alignItems: "center", fontSize: 28, fontWeight: 600 }}>
        <Logo accent={accent} size={40} />
        <div style={{ marginLeft: 18, letterSpacing: "-0.01em" }}>better-auth</div>
        <div style={{ margin: "0 9px", fontWeight: 400, color: faint }}>×</div>
        <div style={{ letterSpacing: "-0.01em" }}>assistant-ui</div>
        <div style={{ marginLeft: "auto", fontSize: 24, fontWeight: 400, color: faint }}>{label}</div>
      </div>
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          flexGrow: 1,
          justifyContent: "center",
          maxWidth: 980,
        }}
      >
        <div style={{ fontSize: 76, lineHeight: 1.08, fontWeight: 600, letterSpacing: "-0.035em" }}>
          {title}
        </div>
        <div style={{ marginTop: 24, fontSize: 32, lineHeight: 1.4, color: soft }}>{description}</div>
      </div>
      <div style={{ display: "flex", alignItems: "center", fontFamily: "Geist Mono", fontSize: 24 }}>
        <div style={{ width: 20, height: 20, border: `2px solid ${ink}`, borderRadius: 10 }} />
        <Line />
        <div style={{ padding: "0 20px", color: accent }}>session.user.id</div>
        <Line />
        <div style={{ display: "flex", padding: "0 20px" }}>
          <span>where&nbsp;</span>
          <span style={{ color: accent }}>user_id</span>
          <span>&nbsp;= ?</span>
        </div>
        <Line />
        <div style={{ width: 20, height: 20, border: `2px solid ${ink}`, borderRadius: 4 }} />
      </div>
    </div>
  );
}

const Line = () => <div style={{ flexGrow: 1, height: 2, background: accent }} />;
