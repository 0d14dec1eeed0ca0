import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Fails unless a picture shows something on a ground of its shade: {@code java NotEmpty.java PICTURE light|dark}. */
final class NotEmpty {

  /** Text alone has some hundred, by its smooth edges; an empty page has one or two. */
  private static final int FEWEST_COLOURS = 50;

  /** Of the most frequent colour, the page's background. */
  private static final double LARGEST_PART = 0.98;

  private NotEmpty() {}

  public static void main(String[] arguments) throws Exception {
    BufferedImage picture = ImageIO.read(new File(arguments[0]));
    Map<Integer, Integer> pixels = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        pixels.merge(picture.getRGB(x, y), 1, Integer::sum);
      }
    }
    int all = picture.getWidth() * picture.getHeight();
    Map.Entry<Integer, Integer> ground = pixels.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    double largest = ground.getValue() / (double) all;
    System.err.printf("%s: %d colours, %.1f %% in one%n", arguments[0], pixels.size(), 100 * largest);
    if (pixels.size() < FEWEST_COLOURS || largest > LARGEST_PART) {
      System.err.println("the picture is empty: the page was not drawn");
      System.exit(1);
    }
    if (!shade(ground.getKey()).equals(arguments[1])) {
      System.err.println("the page is " + shade(ground.getKey()) + ", but was to be " + arguments[1]);
      System.exit(1);
    }
  }

  private static String shade(int rgb) {
    Color colour = new Color(rgb);
    int sum = colour.getRed() + colour.getGreen() + colour.getBlue();
    return sum > 3 * 128 ? "light" : "dark";
  }
}
