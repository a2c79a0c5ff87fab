/** Two networks that play against each other: adversarial losses, and a match between the two. */
package descent.adversarial;
