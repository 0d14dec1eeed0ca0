package io.offsetwise.bootstrap.house;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a script of bin must do without: what only GNU's tools have, or no bash of 3.2. */
enum Unportable {
  FIND_PRINTF("\\bfind\\b.*-printf\\b", "find . -printf '%p'"),
  FIND_TESTS("\\bfind\\b.*-(regextype|executable|quit)\\b", "find . -executable"),
  FIND_TIME("\\bfind\\b.*-newermt\\b", "find . -newermt yesterday"),
  SED_IN_PLACE("\\bsed\\b.*\\s(-i|--in-place)", "sed -i s/a/b/ file"),
  SED_REGEX("\\bsed\\b.*\\s-r\\b", "sed -r 's/(a)/b/'"),
  READLINK_CHAIN("\\breadlink\\s+-[efm]", "readlink -f link"),
  REALPATH("\\brealpath\\b", "realpath link"),
  GREP_PERL("\\bgrep\\b.*\\s-\\w*P", "grep -oP '\\d' file"),
  DATE_PARSED("\\bdate\\b.*\\s(-d|--date)", "date -d yesterday"),
  DATE_NANOSECONDS("\\bdate\\b.*%N", "date +%N"),
  STAT_FORMAT("\\bstat\\s+(-c|--format|--printf)", "stat -c %s file"),
  XARGS_EMPTY("\\bxargs\\b.*\\s(-\\w*r|-d|--no-run)", "xargs -0r rm"),
  MKTEMP_SUFFIX("\\bmktemp\\b.*\\s--", "mktemp --suffix .txt"),
  CP_ARCHIVE("\\bcp\\b.*\\s(-\\w*a|--)", "cp -a one two"),
  LN_RELATIVE("\\bln\\b.*\\s-\\w*[rT]", "ln -sr one two"),
  HEAD_NEGATIVE("\\bhead\\s+(-n\\s*|-c\\s*)-\\d", "head -n -1 file"),
  SORT_VERSION("\\bsort\\b.*\\s-\\w*V", "sort -V"),
  COMMANDS("(^|[|;&(]|\\s)(tac|nproc|timeout|setsid|flock)\\s", "setsid sleep 1"),
  BASE64_WRAP("\\bbase64\\b.*\\s-w", "base64 -w0"),
  BASH_4_MAP("\\b(declare|local|readonly|typeset)\\s+-\\w*[Angu]", "declare -A names"),
  BASH_4_LINES("\\b(mapfile|readarray|coproc)\\b", "mapfile -t lines"),
  BASH_4_CASE("\\$\\{\\w+(\\[[^]]*])?(,|\\^)", "${name,,}"),
  BASH_4_TRANSFORMED("\\$\\{\\w+@\\w}", "${name@Q}"),
  BASH_4_BOTH("&>>|\\|&", "make |& tee log"),
  BASH_4_GLOBSTAR("\\bshopt\\b.*\\b(globstar|lastpipe|inherit_errexit)\\b", "shopt -s globstar"),
  BASH_4_TIME("%\\([^)]*\\)T|\\bEPOCH(SECONDS|REALTIME)\\b", "printf '%(%s)T'"),
  BASH_4_SET("\\[\\[\\s+-[vR]\\s|\\bwait\\s+-[np]\\b", "[[ -v name ]]"),
  BASH_4_NEGATIVE("\\$\\{\\w+\\[-\\d+]}|\\$\\{\\w+:[^}]*:\\s*-\\d", "${names[-1]}");

  private static final Pattern COMMENT = Pattern.compile("^\\s*#.*");

  private final Pattern pattern;
  private final String example;

  Unportable(String pattern, String example) {
    this.pattern = Pattern.compile(pattern);
    this.example = example;
  }

  /** A line that has it. */
  String example() {
    return example;
  }

  /** Whether a line of a script has it; a comment may. */
  boolean isIn(String line) {
    return !COMMENT.matcher(line).matches() && pattern.matcher(line).find();
  }

  /** Which of these a line has. */
  static List<Unportable> of(String line) {
    return Arrays.stream(values()).filter(each -> each.isIn(line)).toList();
  }
}
