/** Every key and gesture of the page, for the help panel. */
export const keys: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: "Space", does: "plays or pauses" },
  { keys: ", and .", does: "go back and forward a week; at the last week, forward lets the run go on" },
  { keys: "< and >", does: "go back and forward a year" },
  { keys: "N", does: "returns to now" },
  { keys: "F", does: "projector mode: large type and full screen" },
  { keys: "R", does: "full-screen play, for an audience or a recording: buttons appear when you move the mouse" },
  { keys: "?", does: "shows this list" },
  { keys: "Escape", does: "leaves a selection, and closes what is open" },
];

export const networkKeys: typeof keys = [
  { keys: "Arrow keys", does: "move from person to person; with a person selected, among the contacts" },
  { keys: "Enter", does: "selects the person" },
  { keys: "T", does: "selects the tie between the selected person and the contact" },
  { keys: "P", does: "pins the selected person in place, or lets it go" },
  { keys: "+ and −", does: "zoom" },
  { keys: "0", does: "shows everyone" },
  { keys: "Shift and an arrow key", does: "moves the picture" },
];

export const timelineKeys: typeof keys = [
  { keys: "Left and right", does: "go back and forward a week" },
  { keys: "Page Up and Page Down", does: "go forward and back a year" },
  { keys: "Home and End", does: "go to the start, and to now" },
];

export const gestures: typeof keys = [
  { keys: "Mouse", does: "drag a person, or the picture; a double click pins; the wheel zooms" },
  { keys: "Timeline", does: "drag along it to look at other weeks; a click on the large chart goes to that week" },
  { keys: "Finger", does: "tap to select; drag the selected person; a double tap pins; two fingers move and zoom" },
];
