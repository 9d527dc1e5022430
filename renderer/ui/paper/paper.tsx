import { useMemo } from 'react';
import { placeOnGrid, type PlacedPicture, type PlacedRun } from '../../../shared/receipt/paper-grid.ts';
import { readEscpos } from '../../../shared/receipt/escpos-reader.ts';
import type { PrinterProfile } from '../../../shared/printing/printer-profile.ts';
import { paperGeometry } from './paper-geometry.ts';
import { picturePath } from './picture-path.ts';
import './paper.css';

/** The cells that the drawing's letters are made for, in dots, and the type size that fills each. */
const fonts = {
  A: { width: 12, height: 24, baseline: 18, size: 20.5 },
  B: { width: 9, height: 17, baseline: 13, size: 15.4 },
} as const;

const nothing = (): boolean => false;

interface PaperProps {
  /** As they go to the printer. */
  readonly bytes: Uint8Array;
  /** What the bytes are laid out for. */
  readonly paper: PrinterProfile;
  readonly label: string;
  /** Whether a stretch of text is what one looks for; the last such stretch is marked `data-sought`. */
  readonly isSought?: (text: string) => boolean;
}

/**
 * A receipt as it comes out of the printer, drawn from the very bytes that go there, one unit a printer dot. Serves
 * the preview, the picture and the print to PDF alike.
 */
export function Paper({ bytes, paper, label, isSought = nothing }: PaperProps) {
  const grid = useMemo(() => placeOnGrid(readEscpos(bytes, paper), paper), [bytes, paper]);
  const { width, height, marginX, marginY } = paperGeometry(grid);
  const sought = grid.runs.findLast(({ text }) => isSought(text));
  return (
    <figure className="paper" data-testid="paper" data-paper={paper.model} aria-label={label}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        <rect className="paper-sheet" width={width} height={height} />
        <g transform={`translate(${marginX} ${marginY})`}>
          {grid.pictures.map((placed) => (
            <PlacedDots key={placed.y} placed={placed} />
          ))}
          {grid.runs.map((run) => (
            <Run key={`${run.x} ${run.y}`} run={run} isSought={run === sought} />
          ))}
        </g>
        {grid.cuts.map(({ y }) => (
          <line
            key={y}
            className="paper-cut"
            x1={0}
            x2={width}
            y1={Math.min(marginY + y, height - 1)}
            y2={Math.min(marginY + y, height - 1)}
          />
        ))}
      </svg>
    </figure>
  );
}

function PlacedDots({ placed: { x, y, picture } }: { readonly placed: PlacedPicture }) {
  const path = useMemo(() => picturePath(picture), [picture]);
  return <path className="paper-picture" transform={`translate(${x} ${y})`} d={path} />;
}

/** A stretch of one style. Double size is the same letters scaled, as a printer's own. */
function Run({ run, isSought }: { readonly run: PlacedRun; readonly isSought: boolean }) {
  const { x, y, text, style, cellWidth, cellHeight } = run;
  const font = fonts[style.font];
  const [scaleX, scaleY] = [cellWidth / font.width, cellHeight / font.height];
  const width = text.length * font.width;
  return (
    <g transform={`translate(${x} ${y}) scale(${scaleX} ${scaleY})`} data-sought={isSought ? '' : undefined}>
      <text
        className={style.bold ? 'paper-text paper-bold' : 'paper-text'}
        y={font.baseline}
        fontSize={font.size}
        textLength={width}
        lengthAdjust="spacingAndGlyphs"
      >
        {text}
      </text>
      {style.underline && <rect className="paper-underline" y={font.height - 3} width={width} height={2} />}
    </g>
  );
}
