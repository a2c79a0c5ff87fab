/**
 * Optimizers: each moves the parameters of an objective by its own rule. Each is a record whose
 * update is one loop.
 */
package descent.optimizers;
