/** Environments: where an agent acts and what it gets for it, and what acting best is worth. */
package descent.environments;
