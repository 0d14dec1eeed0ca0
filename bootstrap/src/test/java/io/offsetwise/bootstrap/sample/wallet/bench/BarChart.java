package io.offsetwise.bootstrap.sample.wallet.bench;

import java.util.List;
import java.util.Locale;

/**
 * Standings as a picture: a bar for each contestant, as long as its median.
 *
 * @param title what was measured
 * @param standings at least one
 */
record BarChart(String title, List<Standing> standings) {

  private static final int WIDTH = 900;
  private static final int NAMES = 380;
  private static final int VALUES = 110;
  private static final int TOP = 50;
  private static final int LINE = 34;
  private static final int BAR = 22;

  /** The picture as SVG, which says all of its values in words too. */
  String svg() {
    long longest = standings.stream().mapToLong(Standing::median).max().orElseThrow();
    int height = TOP + LINE * standings.size() + 10;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"15\">%n<title>%s</title>%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n"
                + "<text x=\"10\" y=\"28\" font-size=\"18\" fill=\"#222222\">%s</text>%n",
            WIDTH,
            height,
            title,
            title));
    for (int i = 0; i < standings.size(); i++) {
      svg.append(bar(standings.get(i), TOP + LINE * i, longest));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String bar(Standing standing, int y, long longest) {
    long length = Math.max(1, (WIDTH - NAMES - VALUES) * standing.median() / longest);
    int middle = y + BAR / 2 + 5;
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#222222\">%s</text>%n"
            + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
            + "<text x=\"%d\" y=\"%d\" fill=\"#222222\">%,d/s</text>%n",
        NAMES - 10,
        middle,
        standing.name(),
        NAMES,
        y,
        length,
        BAR,
        standing.name().startsWith("wallet job") ? "#1f6f8b" : "#9aa7b0",
        NAMES + length + 8,
        middle,
        standing.median());
  }
}
