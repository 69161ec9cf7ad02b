import type { BeliefView } from "../../workers/messages.ts";
import { countOf } from "../text/format-number.ts";
import { Term } from "../text/term.tsx";
import { beliefOnScale, judgeScore, spokenEquation } from "./equation-parts.ts";

/** The trust equation with its numbers: T = (C + R + I) / S. */
export function Equation({ title, belief }: { title: string; belief: BeliefView }) {
  const { evidence, score } = belief;
  return (
    <figure class="equation">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <p class="spoken">{spokenEquation(belief)}</p>
      <div class="fraction">
        <span class="result number">
          <Term word="trust score">T</Term> <span aria-hidden="true">= {score.toFixed(2)}</span>
        </span>
        <span class="equals" aria-hidden="true">
          =
        </span>
        <span class="over">
          <span class="above">
            <Part word="credibility" value={belief.credibility} />
            <Plus />
            <Part word="reliability" value={belief.reliability} />
            <Plus />
            <Part word="intimacy" value={belief.intimacy} />
          </span>
          <span class="below">
            <Part word="self-orientation" value={belief.selfOrientation} />
          </span>
        </span>
      </div>
      <p class="small soft">
        {judgeScore(score)}, based on {countOf(evidence, "piece")} of evidence.
      </p>
    </figure>
  );
}

type BeliefName = "credibility" | "reliability" | "intimacy" | "self-orientation";

function Part({ word, value }: { word: BeliefName; value: number }) {
  return (
    <span class="part">
      <span class="number" aria-hidden="true">
        {beliefOnScale(value)}
      </span>
      <span class="bar" style={{ "--share": value }} />
      <span class="small soft">
        <Term word={word} />
      </span>
    </span>
  );
}

function Plus() {
  return <span aria-hidden="true">+</span>;
}
