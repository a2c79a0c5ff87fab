package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.display.Renderer;

/** As much of IJava as {@code descent.notebook.Notebook} looks for: a kernel that is running. */
public class IJava {

  private static final Kernel KERNEL = new Kernel();

  public static Kernel getKernelInstance() {
    return KERNEL;
  }

  public static class Kernel {
    private final Renderer renderer = new Renderer();

    public Renderer getRenderer() {
      return renderer;
    }
  }
}
