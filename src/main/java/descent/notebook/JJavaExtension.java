package descent.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * Lets arrays, tables and charts show themselves in JJava. The kernel finds it by itself on the
 * class path, as a service.
 */
public final class JJavaExtension implements Extension {

  /** Made by the kernel's service loader. */
  public JJavaExtension() {}

  @Override
  public void install(BaseKernel kernel) {
    Rendering.install(kernel.getRenderer());
  }
}
