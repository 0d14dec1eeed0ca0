package io.offsetwise.bootstrap.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A module in the picture: its name, and below it the rooms, in lines.
 *
 * @param module what it shows
 * @param level how many modules lie below
 * @param left edge, in pixels as all other lengths
 * @param top edge
 * @param width from edge to edge
 * @param height with all its lines, or more beside a higher one
 */
record Box(HouseModule module, int level, int left, int top, int width, int height) {

  private static final int PADDING = 14;
  private static final int HEAD = 38;
  private static final int ROOM = 26;
  private static final int LINE = ROOM + 8;
  private static final int GAP = 8;

  /** Of a letter in the font of rooms, whichever of its family a reader has. */
  private static final double LETTER = 7.9;

  /** How high a box of this width must be. */
  static int heightOf(HouseModule module, int width) {
    return HEAD + lines(module, width).size() * LINE - GAP + PADDING;
  }

  int bottom() {
    return top + height;
  }

  int right() {
    return left + width;
  }

  int middle() {
    return left + width / 2;
  }

  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(String.format(Locale.ROOT, "<g class=\"level%d\">\n", level));
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"module\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"10\"/>\n",
            left,
            top,
            width,
            height));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>\n",
            left + PADDING,
            top + 25,
            module.name()));
    int y = top + HEAD;
    for (List<String> rooms : lines(module, width)) {
      int x = left + PADDING;
      for (String room : rooms) {
        svg.append(room(room, x, y));
        x += wide(room) + GAP;
      }
      y += LINE;
    }
    return svg.append("</g>\n").toString();
  }

  private static String room(String room, int x, int y) {
    return String.format(
        Locale.ROOT,
        "<rect class=\"room\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>"
            + "<text class=\"package\" x=\"%d\" y=\"%d\">%s</text>\n",
        x,
        y,
        wide(room),
        ROOM,
        x + wide(room) / 2,
        y + 18,
        room);
  }

  private static List<List<String>> lines(HouseModule module, int width) {
    List<List<String>> lines = new ArrayList<>();
    int free = 0;
    for (String room : module.rooms()) {
      if (lines.isEmpty() || wide(room) > free) {
        lines.add(new ArrayList<>());
        free = width - 2 * PADDING;
      }
      lines.get(lines.size() - 1).add(room);
      free -= wide(room) + GAP;
    }
    return lines;
  }

  private static int wide(String room) {
    return (int) Math.ceil(room.length() * LETTER) + 18;
  }
}
