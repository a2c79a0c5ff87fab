/** Charts of losses, runs and paths, all in one theme. */
package descent.charts;
