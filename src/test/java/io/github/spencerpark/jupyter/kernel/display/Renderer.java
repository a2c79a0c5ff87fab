package io.github.spencerpark.jupyter.kernel.display;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** As much of IJava's renderer as {@code descent.notebook.Rendering} calls. */
public class Renderer {

  private final Map<Class<?>, List<RenderFunction>> functions = new HashMap<>();

  public Registration createRegistration(Class<?> type) {
    return new Registration(type);
  }

  /** What the functions that were registered for exactly this type make of the value. */
  public Map<String, Object> render(Class<?> type, Object value) {
    RenderContext context = new RenderContext();
    functions.get(type).forEach(function -> function.render(value, context));
    return context.getOutputContainer().data;
  }

  public int functions(Class<?> type) {
    return functions.get(type).size();
  }

  public class Registration {
    private final Class<?> type;

    Registration(Class<?> type) {
      this.type = type;
    }

    public void register(RenderFunction function) {
      functions.computeIfAbsent(type, any -> new ArrayList<>()).add(function);
    }
  }

  public interface RenderFunction {
    void render(Object data, RenderContext context);
  }

  public static class RenderContext {
    private final DisplayData out = new DisplayData();

    public DisplayData getOutputContainer() {
      return out;
    }
  }

  public static class DisplayData {
    private final Map<String, Object> data = new HashMap<>();

    public void putData(String type, Object value) {
      data.put(type, value);
    }

    public void putMetaData(String type, Object value) {
      data.put("metadata of " + type, value);
    }
  }
}
