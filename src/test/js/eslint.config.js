import js from '@eslint/js';
import office from 'eslint-plugin-office-addins';

const kept = ['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
  name,
  message: 'Nothing of a workbook stays in the browser.',
}));

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
      'no-restricted-globals': ['error', ...kept],
    },
  },
  {
    // Excel's own objects have a style too; these scripts touch no page.
    files: ['main/resources/web/excel/**/*.js', 'test/js/excel/**/*.js'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // What costs round trips to Excel. That nothing is read before it was loaded is no matter of
    // style: the library itself refuses it in every test.
    files: ['main/resources/web/excel/**/*.js'],
    plugins: { office },
    rules: {
      'office/no-context-sync-in-loop': 'error',
      'office/no-empty-load': 'error',
      'office/no-navigational-load': 'error',
      'office/no-office-initialize': 'error',
      'office/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: ['main/resources/web/**/*.js'],
    ignores: ['main/resources/web/excel/**/*.js'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...kept,
        { name: 'Excel', message: 'Only the modules in excel/ touch the workbook.' },
        { name: 'OfficeExtension', message: 'Only the modules in excel/ touch the workbook.' },
      ],
    },
  },
];
