/**
 * Functions of the parameters that optimizers make small: test surfaces with known minimisers, and
 * the mean loss of a model on data.
 */
package descent.objectives;
