import { describe, expect, test } from "vitest";
import { SvgContext } from "../../../viz/drawing/svg-context.ts";

const create = () => new SvgContext((text, font) => text.length * font.length);

describe("what is drawn becomes SVG elements", () => {
  test("lines, scaled and moved, with width and dashes", () => {
    const context = create();
    context.setTransform(2, 0, 0, 2, 10, 20);
    context.strokeStyle = "#123456";
    context.lineWidth = 1.5;
    context.setLineDash([4, 3]);
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(5, 7);
    context.stroke();
    expect(context.elements()).toBe(
      '<line fill="none" stroke="#123456" stroke-width="3" stroke-dasharray="8 6" x1="10" y1="20" x2="20" y2="34"/>\n',
    );
  });

  test("elements of one style share a group; each line of a path is one element", () => {
    const context = create();
    context.beginPath();
    for (const x of [0, 10]) {
      context.moveTo(x, 0);
      context.lineTo(x, 5);
    }
    context.moveTo(0, 0);
    context.bezierCurveTo(1, 1, 2, 1, 3, 0);
    context.moveTo(0, 0);
    context.lineTo(1, 1);
    context.lineTo(2, 0);
    context.stroke();
    expect(context.elements()).toBe(
      `<g fill="none" stroke="#000" stroke-width="1">
<line x1="0" y1="0" x2="0" y2="5"/>
<line x1="10" y1="0" x2="10" y2="5"/>
<path d="M0 0C1 1 2 1 3 0"/>
<path d="M0 0L1 1L2 0"/>
</g>
`,
    );
  });

  test("disks, rings and rectangles", () => {
    const context = create();
    context.fillStyle = "red";
    context.globalAlpha = 0.25;
    context.beginPath();
    context.arc(1, 2, 3, 0, 2 * Math.PI);
    context.fill();
    context.globalAlpha = 1;
    context.stroke();
    context.fillRect(0, 0, 4, 5);
    expect(context.elements().split("\n")).toEqual([
      '<circle fill="red" opacity="0.25" cx="1" cy="2" r="3"/>',
      '<circle fill="none" stroke="#000" stroke-width="1" cx="1" cy="2" r="3"/>',
      '<rect fill="red" x="0" y="0" width="4" height="5"/>',
      "",
    ]);
  });

  test("a text and its rim are one text, which stays text", () => {
    const context = create();
    context.font = '600 10px "A Font", serif';
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.strokeStyle = "white";
    context.lineWidth = 3;
    context.fillStyle = "black";
    context.strokeText("Ann & Bo", 50, 60);
    context.fillText("Ann & Bo", 50, 60);
    expect(context.elements()).toBe(
      '<text font-family="&quot;A Font&quot;, serif" font-size="10" font-weight="600" text-anchor="middle" fill="black"' +
        ' stroke="white" stroke-width="3" paint-order="stroke" x="50" y="63.4">Ann &amp; Bo</text>\n',
    );
  });
});

test("a color can't leave its attribute", () => {
  const context = create();
  context.fillStyle = '"/><script>alert(1)</script>';
  context.fillRect(0, 0, 1, 1);
  expect(context.elements()).not.toContain("<script");
});

test("a text is measured in the font that is set", () => {
  const context = create();
  context.font = "9px serif";
  expect(context.measureText("four").width).toBe(36);
});
