/** Charts of losses, runs, paths and decisions, all in one theme. */
package descent.charts;
