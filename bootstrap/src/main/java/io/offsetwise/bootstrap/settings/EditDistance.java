package io.offsetwise.bootstrap.settings;

/** How far two names are apart: insertions, deletions and replacements of one character. */
final class EditDistance {

  private EditDistance() {}

  static int between(String one, String other) {
    int[] distances = new int[other.length() + 1];
    for (int column = 0; column < distances.length; column++) {
      distances[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int diagonal = distances[0];
      distances[0] = row;
      for (int column = 1; column < distances.length; column++) {
        int replaced = diagonal + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = distances[column];
        int insertedOrDeleted = 1 + Math.min(distances[column], distances[column - 1]);
        distances[column] = Math.min(replaced, insertedOrDeleted);
      }
    }
    return distances[other.length()];
  }
}
