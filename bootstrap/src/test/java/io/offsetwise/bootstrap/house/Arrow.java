package io.offsetwise.bootstrap.house;

import java.util.Locale;

/**
 * An arrow of the picture, down from a module to one that it needs.
 *
 * @param from above
 * @param to below, by one level or more
 */
record Arrow(Box from, Box to) {

  /** From the edge of a box to the lane of arrows that pass a level. */
  private static final int LANE = 25;

  private static final int EXIT = 34;
  private static final int TRUNK = 24;
  private static final int CORNER = 9;

  /** Whether it passes no level. */
  boolean isStraight() {
    return from.level() == to.level() + 1;
  }

  String svg() {
    int x = x();
    String path =
        String.format(Locale.ROOT, "M%d,%d %s V%d", start(x), from.bottom(), turn(x), to.top() - 8);
    String halo =
        isStraight() ? String.format(Locale.ROOT, "<path class=\"halo\" d=\"%s\"/>", path) : "";
    return halo
        + String.format(Locale.ROOT, "<path class=\"arrow to%d\" d=\"%s\"/>", to.level(), path)
        + String.format(
            Locale.ROOT,
            "<path class=\"head%d\" d=\"M%d,%d h12 l-6,10 z\"/>\n",
            to.level(),
            x - 6,
            to.top() - 11);
  }

  /** Where it comes down: in the middle of the narrower box, or in a lane at an edge. */
  private int x() {
    if (isStraight()) {
      return from.width() < to.width() ? from.middle() : to.middle();
    }
    return switch (to.level()) {
      case 0 -> to.left() + LANE;
      case 1 -> to.right() - LANE;
      default -> throw new IllegalStateException("there is no lane for " + this);
    };
  }

  /** Where it leaves: above its end, or where the box is nearest to the lane. */
  private int start(int x) {
    boolean above = from.left() < x && x < from.right();
    return above ? x : Math.max(from.left() + EXIT, Math.min(from.right() - EXIT, x));
  }

  /** The way from there to the lane, with round corners; nothing where it is above its end. */
  private String turn(int x) {
    int start = start(x);
    if (start == x) {
      return "";
    }
    int y = from.bottom() + TRUNK;
    int step = start > x ? CORNER : -CORNER;
    return String.format(
        Locale.ROOT,
        "V%d Q%d,%d %d,%d H%d Q%d,%d %d,%d",
        y - CORNER,
        start,
        y,
        start - step,
        y,
        x + step,
        x,
        y,
        x,
        y + CORNER);
  }
}
