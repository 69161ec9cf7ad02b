import { xmlText } from "../../formats/export/xml-text.ts";

/** A part of a picture, which drawing programs show as a layer. */
export interface SvgLayer {
  readonly name: string;
  /** SVG elements */
  readonly elements: string;
}

/** A picture as an SVG file. */
export function svgFile({
  width,
  height,
  title,
  description,
  layers,
}: {
  /** in pixels */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** from the back to the front */
  readonly layers: readonly SvgLayer[];
}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${xmlText(title)}</title>
<desc>${xmlText(description)}</desc>
${layers.map(({ name, elements }) => `<g id="${xmlText(name)}">\n${elements}</g>\n`).join("")}</svg>
`;
}
