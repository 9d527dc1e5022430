import { useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { PrinterProfile } from '../shared/printing/printer-profile.ts';
import { isPrintJobId } from '../shared/ids.ts';
import { openBridge } from './bridge.ts';
import { reportBug } from './report-bug.ts';
import { Paper } from './ui/paper/paper.tsx';
import './ui/tokens.css';
import './ui/paper/paper-page.css';

/** How many pixels of the picture a printer dot gets. */
const pixelsPerDot = 2;

/**
 * The page from which pictures of receipts are taken: nothing but the paper of the job in `#job=…`. When it is drawn,
 * `<html>` carries `data-ready="yes"` and its size in CSS pixels (`data-width`, `data-height`); `data-ready="no"`
 * says that there is nothing to draw.
 */
async function drawPaper(): Promise<void> {
  const job = new URLSearchParams(window.location.hash.slice(1)).get('job');
  const result = isPrintJobId(job) ? await openBridge().paper({ job }) : null;
  if (result === null || !result.ok) return void (document.documentElement.dataset.ready = 'no');
  createRoot(document.body).render(<PaperPage {...result.value} />);
}

function PaperPage({ bytes, paper }: { readonly bytes: Uint8Array; readonly paper: PrinterProfile }) {
  useLayoutEffect(() => {
    const drawing = document.querySelector('svg');
    if (drawing === null) return;
    const { width, height } = drawing.viewBox.baseVal;
    const size = { width: Math.ceil(width * pixelsPerDot), height: Math.ceil(height * pixelsPerDot) };
    document.body.style.width = `${size.width}px`;
    document.body.style.height = `${size.height}px`;
    const { dataset } = document.documentElement;
    dataset.width = String(size.width);
    dataset.height = String(size.height);
    // Two frames: the first lays out, the second is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => (dataset.ready = 'yes')));
  }, []);
  return <Paper bytes={bytes} paper={paper} label="Struk" />;
}

drawPaper().catch((reason: unknown) => {
  document.documentElement.dataset.ready = 'no';
  reportBug(reason);
});
