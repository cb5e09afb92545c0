package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueListTest {

  @Test
  void commasAndSeveralParametersMakeAList() {
    assertEquals(List.of("a", "b c", "d"), ValueList.read(List.of(" a,, b c ", "d,", " ")));
    assertEquals(List.of(), ValueList.read(List.of("", " , ")));
  }

  @Test
  void aValueInQuotationMarksMayHaveCommas() {
    assertEquals(
        List.of("Smith, Jones & Co", "Sea Post"),
        ValueList.read(List.of(" \"Smith, Jones & Co\" , Sea Post")));
    assertEquals(
        List.of("the \"Post\", daily"), ValueList.read(List.of("\"the \"\"Post\"\", daily\"")));
  }

  @Test
  void aMarkThatNothingClosesIsALetter() {
    assertEquals(List.of("\"a", "b"), ValueList.read(List.of("\"a,b")));
    assertEquals(List.of("\"a\"b", "c\""), ValueList.read(List.of("\"a\"b,c\"")));
    assertEquals(List.of("5\" gun", "b"), ValueList.read(List.of("5\" gun,b")));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (String value : List.of("a", "a, b", "\"", "\"a\"", "\", \"", ",", "a\"b,\"\"c", "\"\"")) {
      assertEquals(List.of(value), ValueList.read(List.of(ValueList.write(value))), value);
    }
  }
}
