import { render } from "preact";
import { createEngineClient } from "../workers/engine-client.ts";
import { App } from "./app.tsx";
import { createUnchanged } from "./state/unchanged.ts";
import { createWorld } from "./state/world.ts";
import "./style/tokens.css";
import "./style/page.css";
import "./style/media.css";

const world = createWorld();
const unchanged = createUnchanged(world, createEngineClient);
document.getElementById("page")?.replaceChildren(); // the note for pages that do not start
render(<App world={world} unchanged={unchanged} />, document.getElementById("page") as HTMLElement);
// Play at once: a reader first sees a network in motion.
world.chooseScenario("default").then(world.play);
