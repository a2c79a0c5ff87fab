/** Running an optimizer on an objective: history, stop rules, progress, interruption. */
package descent.training;
