/** What the pane says where it has no workbook beside it. */

import { button, element, helpLink } from '../elements.js';

/** @typedef {Exclude<import('./office-ready.js').Place, 'excel'> | 'late'} Reason */

/** @type {Record<Reason, {title: string, said: string}>} */
const SAID = {
  browser: {
    title: 'This pane belongs in Excel',
    said: 'Add it to Excel to complete the workbook that is open there. In a browser, use the upload page instead.',
  },
  'old-excel': {
    title: 'This Excel is too old',
    said:
      'The add-in needs Excel 2021 or later, Microsoft 365 or Excel on the web. With this Excel, use the ' +
      'upload page instead.',
  },
  late: {
    title: 'Excel’s part of the pane did not come',
    said:
      'The pane waited ten seconds for the library that connects it with Excel. A firewall may stop it, or the ' +
      'network is slow: reload the pane, or use the upload page instead. If it happens again, ask whoever runs ' +
      'your network to allow it, or whoever runs this server to serve the library itself.',
  },
};

/**
 * @param {Reason} reason
 * @returns {HTMLElement[]}
 */
export function outside(reason) {
  const { title, said } = SAID[reason];
  const upload = element('a', { href: './', target: '_blank', rel: 'noopener', id: 'upload' }, [
    'Open the upload page',
    element('span', { class: 'unseen' }, [' (opens in a new tab)']),
  ]);
  return [
    element('h1', { id: 'outside-title', tabindex: '-1' }, [title]),
    element('p', {}, [said]),
    element('div', { class: 'actions' }, [
      ...(reason === 'late'
        ? [button('Reload', () => window.location.reload(), { id: 'reload' })]
        : []),
      upload,
      helpLink('add-in.html', 'About the add-in'),
    ]),
  ];
}
