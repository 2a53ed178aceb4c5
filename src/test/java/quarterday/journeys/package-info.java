/** Golden journeys: workbooks of many shapes, completed, completed again, edited and removed. */
package quarterday.journeys;
