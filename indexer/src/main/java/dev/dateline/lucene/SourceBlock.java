package dev.dateline.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;

/** The documents that keep what is in a stream: its pieces, and what is known of it. Used once. */
final class SourceBlock implements Iterator<Document> {

  /** The value of {@link Sources#KIND} of the last document of a block. */
  static final String SOURCE = "source";

  /** What it was called. */
  static final String NAME = "name";

  /** How many pieces there are. */
  static final String PIECES = "pieces";

  /** The bytes of a piece. */
  static final String DATA = "data";

  /** The digest and the name. */
  static final String IDENTITY = "identity";

  /** When it was kept last, counted. */
  static final String TURN = "turn";

  /** On all documents of the block: the turn in which it was made. */
  static final String NUMBER = "number";

  /** The bytes of a piece: what is held in memory at a time. */
  private static final int PIECE = 1 << 20;

  private final String name;
  private final InputStream in;
  private final long turn;
  private final MessageDigest digest = sha256();
  private String identity = "";
  private int pieces;
  private boolean ended;

  /**
   * @param turn counts the sources
   */
  SourceBlock(String name, InputStream in, long turn) {
    this.name = name;
    this.in = in;
    this.turn = turn;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  long turn() {
    return turn;
  }

  String number() {
    return Long.toString(turn);
  }

  /** The digest of the bytes and the name; known once all documents were taken. */
  String identity() {
    return identity;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if the stream cannot be read
   */
  @Override
  public Document next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    byte[] piece = read();
    Document document = new Document();
    document.add(new StringField(NUMBER, number(), Field.Store.NO));
    if (piece.length > 0) {
      digest.update(piece);
      pieces++;
      document.add(new StoredField(DATA, piece));
    } else {
      ended = true;
      identity = HexFormat.of().formatHex(digest.digest()) + " " + name;
      document.add(new StringField(Sources.KIND, SOURCE, Field.Store.NO));
      document.add(new StringField(IDENTITY, identity, Field.Store.NO));
      document.add(new StoredField(NAME, name));
      document.add(new StoredField(PIECES, pieces));
      document.add(new NumericDocValuesField(TURN, turn));
    }
    return document;
  }

  private byte[] read() {
    try {
      return in.readNBytes(PIECE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
