import { render } from "preact";
import { App } from "./app.tsx";
import { createWorld } from "./state/world.ts";
import "./style/tokens.css";
import "./style/page.css";

const world = createWorld();
render(<App world={world} />, document.getElementById("page") as HTMLElement);
// Play at once: a reader first sees a network in motion.
world.chooseScenario("default").then(world.play);
