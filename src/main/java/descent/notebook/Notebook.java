package descent.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What every notebook's set-up cell does. */
public final class Notebook {

  private Notebook() {}

  /**
   * Makes the cells that follow give the same results on every machine: double precision for new
   * arrays, the seed for ND4J's random numbers, numbers written with a point. In IJava it also
   * installs the renderers (see {@link Rendering}), which JJava does by itself. Outside a notebook
   * it does the rest; it may be called again.
   *
   * @param seed for {@code Nd4j.rand}, {@code Nd4j.randn} and the like
   */
  public static void start(long seed) {
    Locale.setDefault(Locale.ROOT);
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    Nd4j.getRandom().setSeed(seed);
    installRenderersInIJava();
  }

  /** IJava's classes are not always visible to the loader of ours, so others are asked too. */
  private static void installRenderersInIJava() {
    List<ClassLoader> loaders =
        Arrays.asList(
            Notebook.class.getClassLoader(),
            Thread.currentThread().getContextClassLoader(),
            ClassLoader.getSystemClassLoader());
    for (ClassLoader loader : loaders) {
      try {
        Class<?> ijava = Class.forName("io.github.spencerpark.ijava.IJava", false, loader);
        Object kernel = ijava.getMethod("getKernelInstance").invoke(null);
        if (kernel != null) {
          Rendering.install(kernel.getClass().getMethod("getRenderer").invoke(kernel));
          return;
        }
      } catch (ClassNotFoundException e) {
        continue; // another kernel or none, or not to be seen from here
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("this version of IJava is not known to the library", e);
      }
    }
  }
}
