/** The form in which a teacher turns one event. Its agents and outcomes have the names of a file. */
export interface EventForm {
  readonly label: string;
  /** what each agent of the event is called, by its name in a file */
  readonly agents: Readonly<Record<string, string>>;
  /** what each outcome is called */
  readonly outcomes: Readonly<Record<string, string>>;
  /** what its week is */
  readonly week: string;
  /** whether the form asks when the promise was made */
  readonly canSayWhenMade?: true;
}

export const eventForms = {
  promise: {
    label: "Turn a promise",
    agents: { asker: "Promised to", promiser: "Promised by" },
    outcomes: { broken: "It is broken", kept: "It is kept" },
    week: "the week in which the promise is due",
    canSayWhenMade: true,
  },
  favor: {
    label: "Turn a favor",
    agents: { asker: "Who asks", asked: "Who is asked" },
    outcomes: { refused: "It is refused", agreed: "It is agreed to" },
    week: "the week of the question",
  },
  meeting: {
    label: "Turn a meeting",
    agents: { agent: "One person", other: "The other person" },
    outcomes: { missed: "They miss each other", met: "They meet" },
    week: "the week of the meeting",
  },
  introduction: {
    label: "Turn an introduction",
    agents: { introducer: "Who introduces", agent: "To whom", person: "Who is introduced" },
    outcomes: { declined: "It is declined", engaged: "It takes place" },
    week: "the week of the introduction",
  },
} as const satisfies Readonly<Record<string, EventForm>>;

type EventKind = keyof typeof eventForms;

export function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(eventForms, kind);
}
