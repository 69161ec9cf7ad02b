/** Copies a text. @returns what to tell the reader */
export function copyText(text: string, name: string): Promise<string> {
  const refused = () => "The browser did not allow copying: select the text and copy it.";
  // Without https, there is no clipboard.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  return clipboard?.writeText(text).then(() => `${name} copied.`, refused) ?? Promise.resolve(refused());
}
