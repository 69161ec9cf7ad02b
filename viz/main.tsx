import { render } from "preact";
import { createEngineClient } from "../workers/engine-client.ts";
import { App } from "./app.tsx";
import { createLinks } from "./links/links.ts";
import { createViewOptions } from "./network/view-options.ts";
import { createUnchanged } from "./state/unchanged.ts";
import { createWorld } from "./state/world.ts";
import "./style/tokens.css";
import "./style/page.css";
import "./style/media.css";

const world = createWorld();
const options = createViewOptions();
const links = createLinks(world, options);
const unchanged = createUnchanged(world, createEngineClient);
document.getElementById("page")?.replaceChildren(); // the note for pages that do not start
render(<App world={world} unchanged={unchanged} options={options} links={links} />, document.getElementById("page") as HTMLElement);
// Play at once: a reader first sees a network in motion.
void links.begin(() => world.chooseScenario("default").then(world.play));
