/** Networks of layers over one vector of parameters, with their gradients by backpropagation. */
package descent.networks;
