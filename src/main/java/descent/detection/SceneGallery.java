package descent.detection;

import descent.engine.Require;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Scenes side by side, with boxes drawn on them:
 *
 * <pre>{@code
 * new SceneGallery().scene("what is there", scene).things()
 *     .scene("what the network sees", scene).detections(found).image()
 * }</pre>
 */
public final class SceneGallery {

  private static final int SCALE = 10; // for each pixel of a scene
  private static final int GAP = 16;
  private static final int TITLE = 28;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.BOLD, 13);
  private static final float[] DASHES = {6, 5};
  private static final List<Color> COLORS = // by class; readable on dark and on bright pixels
      List.of(new Color(0xE69F00), new Color(0x56B4E9), new Color(0xF07BC0));

  private record Mark(Box box, String text, Color color, boolean dashed) {}

  private record Picture(String title, Scene scene, List<Mark> marks) {}

  private final List<Picture> pictures = new ArrayList<>();

  /** Creates a gallery without scenes. */
  public SceneGallery() {}

  /**
   * Adds a scene, on which the boxes that follow are drawn.
   *
   * @param title what is written above it
   * @param scene the scene
   * @return this gallery
   * @throws IllegalArgumentException if an argument is null
   */
  public SceneGallery scene(String title, Scene scene) {
    Require.nonNull("title", title);
    Require.nonNull("scene", scene);
    pictures.add(new Picture(title, scene, new ArrayList<>()));
    return this;
  }

  /**
   * Draws the boxes of what is in the last scene, dashed, with their names.
   *
   * @return this gallery
   * @throws IllegalArgumentException if there is no scene yet
   */
  public SceneGallery things() {
    for (Thing thing : last().scene.things()) {
      mark(thing.box(), name(thing.label()), color(thing.label()), true);
    }
    return this;
  }

  /**
   * Draws detections on the last scene, with their names and scores.
   *
   * @param detections the detections
   * @return this gallery
   * @throws IllegalArgumentException if there is no scene yet
   */
  public SceneGallery detections(List<Detection> detections) {
    for (Detection d : detections) {
      String text = String.format(Locale.ROOT, "%s %.2f", name(d.label()), d.score());
      mark(d.box(), text, color(d.label()), false);
    }
    return this;
  }

  /**
   * Draws the boxes of detections on the last scene, without names, where they would be too many.
   *
   * @param detections the detections
   * @return this gallery
   * @throws IllegalArgumentException if there is no scene yet
   */
  public SceneGallery boxes(List<Detection> detections) {
    for (Detection d : detections) {
      mark(d.box(), "", color(d.label()), false);
    }
    return this;
  }

  /**
   * Draws a box on the last scene.
   *
   * @param box the box
   * @param text what is written at it; may be empty
   * @param color its color
   * @return this gallery
   * @throws IllegalArgumentException if an argument is null, or there is no scene yet
   */
  public SceneGallery box(Box box, String text, Color color) {
    return mark(box, text, color, false);
  }

  private SceneGallery mark(Box box, String text, Color color, boolean dashed) {
    Require.nonNull("box", box);
    Require.nonNull("text", text);
    Require.nonNull("color", color);
    last().marks.add(new Mark(box, text, color, dashed));
    return this;
  }

  private Picture last() {
    Require.that(!pictures.isEmpty(), "scenes", "none", "a scene to draw on");
    return pictures.get(pictures.size() - 1);
  }

  private static String name(int label) {
    return label < Scene.NAMES.size() ? Scene.NAMES.get(label) : "class " + label;
  }

  private static Color color(int label) {
    return COLORS.get((label - 1) % COLORS.size());
  }

  /**
   * Returns the picture.
   *
   * @return all scenes in a row
   * @throws IllegalArgumentException if there is none
   */
  public BufferedImage image() {
    int size = last().scene.size() * SCALE;
    int width = pictures.size() * (size + GAP) + GAP;
    BufferedImage image = new BufferedImage(width, size + TITLE + GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, image.getHeight());
    for (int i = 0; i < pictures.size(); i++) {
      Graphics2D part = (Graphics2D) g.create(GAP + i * (size + GAP), 0, size, size + TITLE);
      draw(part, pictures.get(i));
      part.dispose();
    }
    g.dispose();
    return image;
  }

  private static void draw(Graphics2D g, Picture picture) {
    g.setColor(Color.BLACK);
    g.setFont(FONT);
    g.drawString(picture.title, 0, TITLE - 9);
    g.translate(0, TITLE);
    g.clipRect(0, 0, picture.scene.size() * SCALE, picture.scene.size() * SCALE);
    int size = picture.scene.size();
    for (int i = 0; i < size * size; i++) {
      int gray = (int) (255 * Math.max(0, Math.min(1, picture.scene.pixels()[i])));
      g.setColor(new Color(gray, gray, gray));
      g.fillRect(i % size * SCALE, i / size * SCALE, SCALE, SCALE);
    }
    g.setFont(SMALL);
    for (Mark mark : picture.marks) {
      Box b = mark.box;
      g.setColor(mark.color);
      g.setStroke(
          mark.dashed
              ? new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0)
              : new BasicStroke(2.5f));
      g.draw(
          new Rectangle2D.Double(
              b.left() * SCALE, b.top() * SCALE, b.width() * SCALE, b.height() * SCALE));
      write(g, mark, size * SCALE);
    }
  }

  /** Writes the text above its box, dark on the box's color, or inside where there is no room. */
  private static void write(Graphics2D g, Mark mark, int size) {
    if (mark.text.isEmpty()) {
      return;
    }
    int width = g.getFontMetrics().stringWidth(mark.text) + 6;
    int height = g.getFontMetrics().getHeight();
    int x = (int) Math.max(0, Math.min(size - width, mark.box.left() * SCALE - 1));
    int y = (int) (mark.box.top() * SCALE) - height;
    y = y < 0 ? y + height : y;
    g.fillRect(x, y, width, height);
    g.setColor(Color.BLACK);
    g.drawString(mark.text, x + 3, y + height - 4);
  }
}
