package dev.dateline.server;

/** A text that counts how often one of its characters is looked at. */
final class CountedText implements CharSequence {

  private final String text;
  private final int most;
  private int looks;

  /** A text of which so many looks are taken, and no more. */
  CountedText(String text, int most) {
    this.text = text;
    this.most = most;
  }

  static final class TooManyLooksException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public char charAt(int index) {
    looks++;
    if (looks > most) {
      throw new TooManyLooksException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
