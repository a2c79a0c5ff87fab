/**
 * Checks that a reader can point at their own code: gradients against central differences,
 * exercises against a reference.
 */
package descent.checks;
