/**
 * Clustering: losses without targets. Which points belong together is found by making the objective
 * of k-means, or the negative log-likelihood of a Gaussian mixture, small; measures say how well
 * the result agrees with another grouping, or with itself.
 */
package descent.clustering;
