import type { ComponentChildren } from "preact";
import { scenarioNames, scenarios } from "../../sim/parameters/scenarios.ts";
import { type LiveRun, speeds } from "../state/live-run.ts";
import type { World } from "../state/world.ts";
import { countOf } from "../text/format-number.ts";
import { formatSettled, formatTick } from "../text/format-tick.ts";
import { describeStory } from "./story.ts";
import "./top-bar.css";

/**
 * Name and story, scenario and seed, and the clock: play, pause, step, speed.
 *
 * @param files the buttons that open and save files
 */
export function TopBar({ world, files }: { world: World; files: ComponentChildren }) {
  return (
    <header class="top">
      <h1>Weak Ties</h1>
      <p class="story">{describeStory(world)}</p>
      <div class="files">{files}</div>
      <Scenario world={world} />
      <Clock run={world} />
    </header>
  );
}

function Scenario({ world }: { world: World }) {
  const { scenario, fromFile, seed, waiting, isChanged } = world;
  const changes = Object.keys(waiting.value).length;
  return (
    <form
      class="scenario"
      onSubmit={(event) => {
        event.preventDefault();
        world.restart();
      }}
    >
      <label>
        <span class="small soft">Scenario</span>
        <select
          autocomplete="off"
          value={fromFile.value === undefined ? scenario.value : "file"}
          onChange={(event) => world.chooseScenario(event.currentTarget.value)}
        >
          {fromFile.value !== undefined && <option value="file">{fromFile.value.file}</option>}
          {scenarioNames.map((name) => (
            <option key={name} value={name}>
              {scenarios[name].title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="small soft">Seed</span>
        <input
          type="text"
          size={8}
          autocomplete="off"
          value={seed.value}
          onInput={(event) => {
            seed.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="submit" title="Restart with this seed and everything that was set">
        Restart{changes > 0 ? ` (${countOf(changes, "change")})` : ""}
      </button>
      {isChanged.value && (
        <button type="button" class="plain" onClick={world.returnToScenario} title="Drop all changes and restart">
          {fromFile.value?.record === undefined ? "Back to the scenario" : "Back to the record"}
        </button>
      )}
    </form>
  );
}

function Clock({ run }: { run: LiveRun }) {
  const { playing, speed, tick, settled, hash } = run;
  return (
    <fieldset class="clock bare">
      <legend class="spoken">Time</legend>
      <button type="button" class="primary" onClick={playing.value ? run.pause : run.play}>
        {playing.value ? "Pause" : "Play"}
      </button>
      <button type="button" onClick={() => run.step()} disabled={playing.value} title="Advance one week">
        Step
      </button>
      <label>
        <span class="spoken">Speed</span>
        <select
          autocomplete="off"
          value={String(speed.value)}
          onChange={(event) => run.setSpeed(Number(event.currentTarget.value))}
        >
          {speeds.map((option) => (
            <option key={option} value={String(option)}>
              {option === Number.POSITIVE_INFINITY ? "as fast as possible" : `${countOf(option, "week")} a second`}
            </option>
          ))}
        </select>
      </label>
      <output class="tick number">{formatTick(tick.value)}</output>
      {tick.value === 0 && settled.value > 0 && (
        <span class="small soft" title="The world has settled before the start.">
          {formatSettled(settled.value)}
        </span>
      )}
      {!playing.value && (
        <button
          type="button"
          class="plain number hash"
          onClick={run.readHash}
          title="Show the state hash. Two runs with the same hash continue identically."
        >
          {hash.value === "" ? "state hash" : hash.value}
        </button>
      )}
    </fieldset>
  );
}
