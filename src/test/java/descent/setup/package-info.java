/** The command {@code lab}, Binder's files and the kernel's class path. */
package descent.setup;
