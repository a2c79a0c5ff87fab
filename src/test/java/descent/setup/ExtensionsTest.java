package descent.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import descent.notebook.JJavaExtension;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionsTest {

  /** The kernel loads every extension it finds on its class path; only our own may be there. */
  @Test
  void noDependencyBringsAnExtensionOfTheKernel() throws IOException {
    String ours = JJavaExtension.class.getProtectionDomain().getCodeSource().getLocation() + "";
    List<URL> foreign =
        Collections.list(
                getClass()
                    .getClassLoader()
                    .getResources("META-INF/services/org.dflib.jjava.jupyter.Extension"))
            .stream()
            .filter(url -> !url.toString().startsWith(ours))
            .toList();
    assertEquals(List.of(), foreign);
  }
}
