import type { RunMoment } from "../downloads/pictures/run-moment.ts";
import { type PictureForm, saveSheet } from "../downloads/pictures/save-picture.ts";
import type { Sheet } from "../drawing/sheet.ts";
import type { World } from "../state/world.ts";
import { type ChartData, describeCopy } from "./chart-data.ts";

interface Props {
  readonly world: World;
  readonly title: string;
  readonly sheet: (moment: RunMoment) => Sheet;
  readonly data: () => ChartData;
  /** the file of the export menu that holds the same numbers */
  readonly file: string;
}

/** Saves a chart as a picture, or copies its numbers. */
export function ChartButtons({ world, title, sheet, data, file }: Props) {
  const save = (form: PictureForm) =>
    void saveSheet(world, form, `chart_${title.toLowerCase().replaceAll(" ", "_")}`, sheet).catch((error) =>
      world.reportError(error),
    );

  async function copy(): Promise<void> {
    const table = data();
    world.notice.value = (await writeToClipboard(table.text))
      ? { kind: "done", lines: [describeCopy(title, table)] }
      : { kind: "fault", lines: [`The browser did not allow copying. Save ${file} from the Export menu instead.`] };
  }

  return (
    <fieldset class="save small bare" aria-label={`Save the chart ${title}`}>
      <button type="button" class="plain" onClick={() => save("svg")}>
        SVG
      </button>
      <button type="button" class="plain" onClick={() => save("png")}>
        PNG
      </button>
      <button type="button" class="plain" onClick={() => void copy()}>
        Copy data
      </button>
    </fieldset>
  );
}

/** @returns whether the browser allows it; without https, there is no clipboard */
async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
