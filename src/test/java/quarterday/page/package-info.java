/** The page in the browser: its scripts, and the whole of it in Chromium on a running server. */
package quarterday.page;
