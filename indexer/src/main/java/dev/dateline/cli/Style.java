package dev.dateline.cli;

/** How text is set off at the terminal. */
enum Style {
  /** Not at all: for files, pipes and those who do not wish it. */
  PLAIN,
  /** With ANSI escape sequences. */
  ANSI;

  String bold(String text) {
    return set("1", text);
  }

  String dim(String text) {
    return set("2", text);
  }

  private String set(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
