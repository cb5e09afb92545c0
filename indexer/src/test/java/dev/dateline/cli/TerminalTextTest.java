package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

  private static List<String> broken(String text, int width) {
    return TerminalText.lines(text, width).stream()
        .map(line -> text.substring(line.start(), line.end()))
        .toList();
  }

  @Test
  void linesBreakBetweenWords() {
    assertEquals(
        List.of("The night", "ferry sails", "at ten."),
        broken("The night ferry sails at ten.", 11));
  }

  @Test
  void aLongWordStandsOver() {
    assertEquals(List.of("a", "lighthousekeeper", "b"), broken("a lighthousekeeper b", 5));
  }

  @Test
  void whiteSpaceTakesNoLineOfItsOwn() {
    assertEquals(List.of("a", "b"), broken("  a      b  ", 1));
    assertEquals(List.of(), broken("   ", 4));
    assertEquals(List.of(), broken("", 4));
  }

  @Test
  void wideCharactersTakeTwoColumnsAndBreakWithoutBlanks() {
    assertEquals(List.of("東京", "の夜"), broken("東京の夜", 4));
  }

  @Test
  void marksThatAreSetUponALetterTakeNoColumn() {
    assertEquals(List.of("e\u0301te\u0301 a"), broken("e\u0301te\u0301 a", 5));
  }

  @Test
  void whatATerminalActsUponBecomesABlank() {
    assertEquals("a b c d e f", TerminalText.plain("a\u001bb\nc\u009bd\u202ee\u2066f"));
  }
}
