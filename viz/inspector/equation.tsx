import type { BeliefView } from "../../workers/messages.ts";
import { Term } from "../text/term.tsx";
import { describeEvidence, equationText, judgeScore, spokenEquation } from "./equation-parts.ts";

/** The trust equation with its numbers: T = (C + R + I) / S. */
export function Equation({ title, belief }: { title: string; belief: BeliefView }) {
  const { credibility, reliability, intimacy, selfOrientation, evidence, score } = belief;
  const text = equationText(belief);
  return (
    <figure class="equation">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <p class="spoken">{spokenEquation(text)}</p>
      <div class="fraction">
        <span class="result number">
          <Term word="trust score">T</Term> <span aria-hidden="true">= {text.score}</span>
        </span>
        <span class="equals" aria-hidden="true">
          =
        </span>
        <span class="over">
          <span class="above">
            <Part word="credibility" belief={credibility} text={text.credibility} />
            <Plus />
            <Part word="reliability" belief={reliability} text={text.reliability} />
            <Plus />
            <Part word="intimacy" belief={intimacy} text={text.intimacy} />
          </span>
          <span class="below">
            <Part word="self-orientation" belief={selfOrientation} text={text.selfOrientation} />
          </span>
        </span>
      </div>
      <p class="small soft">
        {judgeScore(score)}, based on {describeEvidence(evidence)}.
      </p>
    </figure>
  );
}

type BeliefName = "credibility" | "reliability" | "intimacy" | "self-orientation";

function Part({ word, belief, text }: { word: BeliefName; belief: number; text: string }) {
  return (
    <span class="part">
      <span class="number" aria-hidden="true">
        {text}
      </span>
      <span class="bar" style={{ "--share": belief }} />
      <span class="small soft">
        <Term word={word} />
      </span>
    </span>
  );
}

function Plus() {
  return <span aria-hidden="true">+</span>;
}
