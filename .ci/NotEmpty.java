import java.awt.image.BufferedImage;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Fails unless a picture shows something: {@code java NotEmpty.java PICTURE}. */
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
    double largest = pixels.values().stream().mapToInt(count -> count).max().orElse(0) / (double) all;
    System.err.printf("%s: %d colours, %.1f %% in one%n", arguments[0], pixels.size(), 100 * largest);
    if (pixels.size() < FEWEST_COLOURS || largest > LARGEST_PART) {
      System.err.println("the picture is empty: the page was not drawn");
      System.exit(1);
    }
  }
}
