/** The server as its clients meet it. */
package quarterday.http;
