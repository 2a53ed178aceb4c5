/**
 * Answers requests: routes, who may ask, limits, problems, pages, TLS. Nothing that is uploaded
 * outlives its request, and no name or content is logged.
 */
package quarterday.http;
