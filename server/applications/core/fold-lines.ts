const most = 75;
const encoder = new TextEncoder();

function foldLine(line: string): string {
  const rows: string[] = [];
  let row = '';
  let size = 0;
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (size + octets > most) {
      rows.push(row);
      // The space that marks a continued line counts.
      row = ' ';
      size = 1;
    }
    row += letter;
    size += octets;
  }
  return [...rows, row].join('\r\n');
}

/** Folds the lines of a calendar at 75 octets, never inside a letter, as RFC 5545 (3.1) asks. */
export function foldLines(calendar: string): string {
  const whole = calendar.replace(/\r?\n[ \t]/g, '');
  return whole.split(/\r?\n/).map(foldLine).join('\r\n');
}
