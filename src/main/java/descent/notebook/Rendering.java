package descent.notebook;

import descent.charts.Animation;
import descent.engine.Require;
import java.awt.image.RenderedImage;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.Chart;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;

/**
 * Teaches a kernel how values show themselves as the last expression of a cell: charts as pictures,
 * tables as HTML, arrays aligned and rounded.
 *
 * <p>JJava and IJava have the same renderer under two names. It is called by reflection, so that
 * one list serves both and the library needs neither.
 */
public final class Rendering {

  /** A kernel calls every function it was given for a type, so none may be given twice. */
  private static final Set<Object> INSTALLED = Collections.newSetFromMap(new WeakHashMap<>());

  private Rendering() {}

  /**
   * Teaches a kernel's renderer. The second time nothing happens.
   *
   * @param renderer the renderer of a JJava or IJava kernel
   * @throws IllegalArgumentException if it is null or no such renderer
   */
  public static synchronized void install(Object renderer) {
    Require.nonNull("renderer", renderer);
    if (INSTALLED.contains(renderer)) {
      return;
    }
    show(renderer, Chart.class, Pictures::of);
    show(renderer, List.class, Pictures::row);
    show(renderer, Animation.class, Pictures::moving);
    show(renderer, RenderedImage.class, Pictures::named);
    show(renderer, Table.class, TableHtml::of);
    show(renderer, INDArray.class, array -> Shown.text(ArrayText.of(array)));
    show(renderer, double[].class, array -> Shown.text(ArrayText.of(array)));
    show(renderer, double[][].class, array -> Shown.text(ArrayText.of(array)));
    show(renderer, float[].class, array -> Shown.text(Arrays.toString(array)));
    show(renderer, int[].class, array -> Shown.text(Arrays.toString(array)));
    show(renderer, long[].class, array -> Shown.text(Arrays.toString(array)));
    show(renderer, String[].class, array -> Shown.text(Arrays.toString(array)));
    INSTALLED.add(renderer);
  }

  /** {@code renderer.createRegistration(type).register((value, context) -> …)}, by reflection. */
  private static <T> void show(Object renderer, Class<T> type, Function<T, Shown> view) {
    try {
      Object registration =
          renderer.getClass().getMethod("createRegistration", Class.class).invoke(renderer, type);
      Method register =
          Arrays.stream(registration.getClass().getMethods())
              .filter(method -> method.getName().equals("register"))
              .findFirst()
              .orElseThrow(NoSuchMethodException::new);
      Class<?> function = register.getParameterTypes()[0];
      Object proxy =
          Proxy.newProxyInstance(
              function.getClassLoader(),
              new Class<?>[] {function},
              (self, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                  return method.invoke(view, arguments);
                }
                put(view.apply(type.cast(arguments[0])), arguments[1]);
                return null;
              });
      register.invoke(registration, proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "renderer is a " + renderer.getClass().getName() + "; expected JJava's or IJava's", e);
    }
  }

  /** Fills in {@code context.getOutputContainer()}; left empty, the kernel shows toString(). */
  private static void put(Shown shown, Object context) throws ReflectiveOperationException {
    if (shown == null) {
      return;
    }
    Object out = context.getClass().getMethod("getOutputContainer").invoke(context);
    Method put = out.getClass().getMethod("putData", String.class, Object.class);
    put.invoke(out, "text/plain", shown.text());
    if (shown.type() != null) {
      put.invoke(out, shown.type(), shown.data());
    }
    if (!shown.metadata().isEmpty()) {
      out.getClass()
          .getMethod("putMetaData", String.class, Object.class)
          .invoke(out, shown.type(), shown.metadata());
    }
  }
}
