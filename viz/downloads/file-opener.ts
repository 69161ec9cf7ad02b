import type { Signal } from "@preact/signals";
import type { FileChoice } from "../state/from-file.ts";
import type { World } from "../state/world.ts";
import type { Chooser, Question } from "./column-question.ts";
import { openFiles, prepareReader, previewFiles } from "./open-files.ts";

/** Milliseconds of reading before the page says that it reads. */
const SLOW = 400;

type Choices = Readonly<Record<string, FileChoice>>;

/** Where files are opened, and what is asked about them. */
export interface OpenedIn {
  readonly world: World;
  readonly question: Signal<Question | undefined>;
}

/** The form that asks about the columns of tables. It loads apart, because few files need it. */
async function loadChooser(): Promise<Chooser> {
  return (await import("./choose-columns.tsx")).ChooseColumns;
}

/** Starts the worker that reads files and loads the form for their columns, ahead of use, so that opening a file needs no network. */
export async function prepareOpener(): Promise<void> {
  prepareReader();
  await loadChooser();
}

/** Starts a run with the people of files. A file whose columns can't be known is asked about. */
export async function openWith(files: readonly File[], place: OpenedIn, choices: Choices = {}): Promise<void> {
  const { world } = place;
  const reading = new AbortController();
  const timer = setTimeout(() => {
    const lines = [`Reading ${files.map(({ name }) => name).join(" and ")} …`];
    world.notice.value = { kind: "done", lines, actions: [{ label: "Cancel", act: () => reading.abort() }] };
  }, SLOW);
  const ask = (reasons: readonly string[]): void => void askAbout(files, place, choices, reasons);
  await world.openFiles((options) =>
    openFiles(files, { ...options, choices }, { signal: reading.signal, ask }).finally(() => clearTimeout(timer)),
  );
}

async function askAbout(files: readonly File[], place: OpenedIn, chosen: Choices, reasons: readonly string[]): Promise<void> {
  const { world, question } = place;
  try {
    const [Form, previews] = await Promise.all([loadChooser(), previewFiles(files)]);
    if (previews.length === 0) return;
    const onChoose = (choices: Choices): void => void openWith(files, place, choices);
    const onClose = (): void => {
      question.value = undefined;
    };
    question.value = { Form, props: { files: previews, chosen, reasons, onChoose, onClose } };
  } catch (error) {
    world.reportError(error);
  }
}
