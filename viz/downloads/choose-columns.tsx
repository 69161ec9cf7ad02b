import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { TieColumn } from "../../formats/network/preview-table.ts";
import { timeUnits } from "../../formats/network/times.ts";
import type { FileChoice } from "../state/from-file.ts";
import { type ColumnChoices, choiceProblems, firstChoices, flagsOf, readingOf } from "./column-choice.ts";
import type { PreviewedFile } from "./file-messages.ts";
import "./choose-columns.css";

export interface ChooseColumnsProps {
  readonly files: readonly PreviewedFile[];
  /** choices that were made before, by the name of the file */
  readonly chosen: Readonly<Record<string, FileChoice>>;
  /** why the files were refused, one line each; empty if they were not */
  readonly reasons: readonly string[];
  readonly onChoose: (choices: Record<string, FileChoice>) => void;
  readonly onClose: () => void;
}

/** Asks what the columns of tables hold. The choices are those of the command line. */
export function ChooseColumns({ files, chosen, reasons, onChoose, onClose }: ChooseColumnsProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const faults = useSignal<readonly string[]>([]);
  const forms = useSignal(Object.fromEntries(files.map((file) => [file.name, firstChoices(file, chosen[file.name])])));

  useEffect(() => dialog.current?.showModal(), []);

  function submit(event: Event): void {
    event.preventDefault();
    faults.value = files.flatMap(({ name }) => choiceProblems(forms.value[name] as ColumnChoices));
    if (faults.value.length > 0) return;
    const choices = files.map(({ name, rows }) => {
      const form = forms.value[name] as ColumnChoices;
      return [name, { kind: form.kind, reading: readingOf(form, rows[0] ?? []) }] as const;
    });
    dialog.current?.close();
    onChoose(Object.fromEntries(choices));
  }

  return (
    <dialog ref={dialog} class="choose-columns" aria-labelledby={id} onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id={id}>What do the columns hold?</h2>
        {reasons.length > 0 && (
          <ul class="reasons small">
            {reasons.slice(0, 4).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {reasons.length > 4 && <li>… and {reasons.length - 4} more</li>}
          </ul>
        )}
        {files.map((file) => (
          <FileForm key={file.name} file={file} forms={forms} />
        ))}
        <div role="alert">
          {faults.value.map((fault) => (
            <p key={fault} class="wrong">
              {fault}
            </p>
          ))}
        </div>
        <div class="buttons">
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" class="primary">
            Read with these columns
          </button>
        </div>
      </form>
    </dialog>
  );
}

interface FileFormProps {
  readonly file: PreviewedFile;
  readonly forms: Signal<Record<string, ColumnChoices>>;
}

function FileForm({ file, forms }: FileFormProps) {
  const { name, rows, isMatrix } = file;
  const form = forms.value[name] as ColumnChoices;
  const set = (change: Partial<ColumnChoices>): void => {
    forms.value = { ...forms.value, [name]: { ...form, ...change } };
  };
  const flags = flagsOf(readingOf(form, rows[0] ?? []));
  return (
    <fieldset class="bare">
      <legend>{name}</legend>
      <PreviewTable file={file} hasTitles={form.hasTitles} />
      {!isMatrix && <KindOfRows form={form} set={set} />}
      <div class="fields">
        {form.kind === "network" ? (
          <TieFields file={file} form={form} set={set} />
        ) : (
          <Field label="Circle" help="the group of each person">
            <ColumnSelect file={file} form={form} value={form.circle} found={undefined} onPick={(circle) => set({ circle })} />
          </Field>
        )}
      </div>
      <p class="small soft">
        On the command line: <code>{`--${form.kind} ${name}${flags === "" ? "" : ` ${flags}`}`}</code>
      </p>
    </fieldset>
  );
}

interface FieldsProps {
  readonly form: ColumnChoices;
  readonly set: (change: Partial<ColumnChoices>) => void;
}

function KindOfRows({ form, set }: FieldsProps) {
  const name = useId();
  const kinds = [
    ["network", "a tie"],
    ["agents", "a person"],
  ] as const;
  return (
    <div class="kind small">
      <span role="radiogroup" aria-label="Each line is">
        Each line is{" "}
        {kinds.map(([kind, label]) => (
          <label key={kind}>
            <input autocomplete="off" type="radio" name={name} checked={form.kind === kind} onChange={() => set({ kind })} />{" "}
            {label}
          </label>
        ))}
      </span>
      <label>
        <input
          autocomplete="off"
          type="checkbox"
          checked={form.hasTitles}
          onChange={({ currentTarget }) => set({ hasTitles: currentTarget.checked })}
        />{" "}
        The first line holds titles
      </label>
    </div>
  );
}

const fields: Readonly<Record<TieColumn, { readonly label: string; readonly help: string }>> = {
  from: { label: "From", help: "the person who names, rates or writes" },
  to: { label: "To", help: "the other person" },
  weight: { label: "Weight", help: "how strong the tie is; only the order counts" },
  trust: { label: "Trust", help: "how much the first person trusts the other" },
  time: { label: "Time", help: "when they met, or when one rated the other" },
};

function TieFields({ file, form, set }: FieldsProps & { file: PreviewedFile }) {
  if (file.isMatrix) return <TrustScale form={form} set={set} isMatrix={true} />;
  const taken = Object.values(form.columns);
  const found = (column: TieColumn): number | undefined =>
    taken.includes(file.found[column] ?? -1) ? undefined : file.found[column];
  const fieldOf = (column: TieColumn) => (
    <Field {...fields[column]}>
      <ColumnSelect
        file={file}
        form={form}
        value={form.columns[column]}
        found={found(column)}
        onPick={(place) => {
          const { [column]: _, ...others } = form.columns;
          set({ columns: place === undefined ? others : { ...others, [column]: place } });
        }}
      />
    </Field>
  );
  return (
    <>
      {fieldOf("from")}
      {fieldOf("to")}
      {fieldOf("weight")}
      {fieldOf("trust")}
      <TrustScale form={form} set={set} isMatrix={false} />
      {fieldOf("time")}
      <Field label="Time unit" help="with a unit, each line is a contact">
        <select
          autocomplete="off"
          value={form.timeUnit}
          onChange={({ currentTarget }) => set({ timeUnit: currentTarget.value as ColumnChoices["timeUnit"] })}
        >
          <option value="">Not given</option>
          {timeUnits.map((unit) => (
            <option key={unit} value={unit}>
              {unit}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Until" help="the run starts at this time, and later lines are left out">
        <input
          type="text"
          placeholder="the last time"
          value={form.until}
          onInput={({ currentTarget }) => set({ until: currentTarget.value })}
        />
      </Field>
    </>
  );
}

function TrustScale({ form, set, isMatrix }: FieldsProps & { isMatrix: boolean }) {
  const { scale, none, full } = form;
  return (
    <>
      <Field label="Trust scale" help={isMatrix ? "makes the cells ratings of trust, not weights" : "of the column of trust"}>
        <select
          autocomplete="off"
          value={scale}
          onChange={({ currentTarget }) => set({ scale: currentTarget.value as ColumnChoices["scale"] })}
        >
          <option value="">{isMatrix ? "No trust: cells are weights" : "As its title says, or a share"}</option>
          <option value="share">A share, 0 to 1</option>
          <option value="score">A trust score, 0.3 to 30</option>
          <option value="ends">Another scale …</option>
        </select>
      </Field>
      {scale === "ends" && (
        <>
          <Field label="No trust" help="its value on that scale, such as −10">
            <input
              autocomplete="off"
              type="text"
              inputMode="decimal"
              value={none}
              onInput={({ currentTarget }) => set({ none: currentTarget.value })}
            />
          </Field>
          <Field label="Full trust" help="such as 10">
            <input
              autocomplete="off"
              type="text"
              inputMode="decimal"
              value={full}
              onInput={({ currentTarget }) => set({ full: currentTarget.value })}
            />
          </Field>
        </>
      )}
    </>
  );
}

/** A control with its label and a line of help. */
function Field({ label, help, children }: { label: string; help: string; children: preact.ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label class="field">
      <span>{label}</span>
      {children}
      <span class="small soft">{help}</span>
    </label>
  );
}

interface ColumnSelectProps {
  readonly file: PreviewedFile;
  readonly form: ColumnChoices;
  readonly value: number | undefined;
  /** the column that is found without a choice */
  readonly found: number | undefined;
  readonly onPick: (place: number | undefined) => void;
}

function ColumnSelect({ file, form, value, found, onPick }: ColumnSelectProps) {
  const titles = columnTitles(file, form.hasTitles);
  return (
    <select
      autocomplete="off"
      value={value ?? ""}
      onChange={({ currentTarget }) => onPick(currentTarget.value === "" ? undefined : Number(currentTarget.value))}
    >
      <option value="">{found === undefined ? "Not chosen" : `As found: ${titles[found] ?? ""}`}</option>
      {titles.map((title, place) => (
        <option key={place} value={place}>
          {title}
        </option>
      ))}
    </select>
  );
}

/** A name for each column: its title, or its number. */
function columnTitles({ rows }: PreviewedFile, hasTitles: boolean): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, place) => (hasTitles && rows[0]?.[place]) || `Column ${place + 1}`);
}

function PreviewTable({ file, hasTitles }: { file: PreviewedFile; hasTitles: boolean }) {
  const titles = columnTitles(file, hasTitles);
  const rows = hasTitles ? file.rows.slice(1) : file.rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section class="preview small" tabIndex={0} aria-label={`The first lines of ${file.name}`}>
      <table>
        {!file.isMatrix && (
          <thead>
            <tr>
              {titles.map((title, place) => (
                <th key={place} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {titles.map((_, place) => (
                <td key={place}>{row[place]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
