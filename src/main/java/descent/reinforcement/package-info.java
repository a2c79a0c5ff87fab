/**
 * What reinforcement learning puts between an environment and an optimizer: transitions to learn
 * from, and the loss of a value against a guess of what it should be.
 */
package descent.reinforcement;
