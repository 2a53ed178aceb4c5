import js from '@eslint/js';

export default [
  {
    // Seen from src, where it is run: the pages' scripts lie beside what holds this file.
    files: ['main/resources/web/**/*.js', 'test/js/**/*.js'],
    ...js.configs.recommended,
    rules: {
      ...js.configs.recommended.rules,
      // The type check knows every name, and which of them a browser has.
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text goes in as text: use element() and textContent.' },
        { property: 'outerHTML', message: 'Text goes in as text: use element() and textContent.' },
        { property: 'insertAdjacentHTML', message: 'Text goes in as text: use element().' },
        { property: 'style', message: 'Looks belong in the style sheet, which the policy allows.' },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Nothing of a workbook stays in the browser.' },
        { name: 'sessionStorage', message: 'Nothing of a workbook stays in the browser.' },
        { name: 'indexedDB', message: 'Nothing of a workbook stays in the browser.' },
      ],
    },
  },
  {
    // Excel's own objects have a style too; these scripts touch no page.
    files: ['main/resources/web/excel/**/*.js', 'test/js/excel/**/*.js'],
    rules: { 'no-restricted-properties': 'off' },
  },
];
