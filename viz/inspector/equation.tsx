import type { BeliefView } from "../../workers/messages.ts";
import { terms } from "./in-words.ts";

/** The trust equation with its numbers, on the scale of 1 to 10 on which it is meant: T = (C + R + I) / S. */
export function Equation({ title, belief }: { title: string; belief: BeliefView }) {
  const { evidence, score } = belief;
  return (
    <figure class="equation">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <p class="spoken">{spoken(belief)}</p>
      <div class="fraction" aria-hidden="true">
        <span class="result number" title={terms.score}>
          T = {score.toFixed(2)}
        </span>
        <span class="equals">=</span>
        <span class="over">
          <span class="above">
            <Term name="credibility" value={belief.credibility} /> + <Term name="reliability" value={belief.reliability} /> +{" "}
            <Term name="intimacy" value={belief.intimacy} />
          </span>
          <span class="below">
            <Term name="self-orientation" value={belief.selfOrientation} />
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

function Term({ name, value }: { name: keyof typeof terms; value: number }) {
  return (
    <span class="term" title={terms[name]}>
      <span class="number">{onScale(value)}</span>
      <span class="bar" style={{ "--share": value }} />
      <span class="small soft">{name}</span>
    </span>
  );
}

function onScale(belief: number): string {
  return (1 + 9 * belief).toFixed(1);
}

function spoken({ credibility, reliability, intimacy, selfOrientation, score }: BeliefView): string {
  const above = `credibility ${onScale(credibility)} plus reliability ${onScale(reliability)} plus intimacy ${onScale(intimacy)}`;
  return `Trust ${score.toFixed(2)} is ${above}, over self-orientation ${onScale(selfOrientation)}`;
}
