import type { BeliefView } from "../../workers/messages.ts";
import { Term } from "../text/term.tsx";

/** The trust equation with its numbers, on the scale of 1 to 10 on which it is meant: T = (C + R + I) / S. */
export function Equation({ title, belief }: { title: string; belief: BeliefView }) {
  const { evidence, score } = belief;
  return (
    <figure class="equation">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <p class="spoken">{spoken(belief)}</p>
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
        {score > 3.3 ? "Trust" : score < 2.7 ? "Distrust" : "About neutral"}, from {evidence} {evidence === 1 ? "piece" : "pieces"}{" "}
        of evidence.
      </p>
    </figure>
  );
}

type Believed = "credibility" | "reliability" | "intimacy" | "self-orientation";

function Part({ word, value }: { word: Believed; value: number }) {
  return (
    <span class="part">
      <span class="number" aria-hidden="true">
        {onScale(value)}
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

function onScale(belief: number): string {
  return (1 + 9 * belief).toFixed(1);
}

function spoken({ credibility, reliability, intimacy, selfOrientation, score }: BeliefView): string {
  const above = `credibility ${onScale(credibility)} plus reliability ${onScale(reliability)} plus intimacy ${onScale(intimacy)}`;
  return `Trust ${score.toFixed(2)} is ${above}, over self-orientation ${onScale(selfOrientation)}`;
}
