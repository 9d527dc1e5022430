/** When something of this page has been seen on the screen, or `mostMs` milliseconds later: nothing is painted in a covered window. */
export const firstPaint = (mostMs: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, mostMs);
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    }).observe({ type: 'paint', buffered: true });
  });
