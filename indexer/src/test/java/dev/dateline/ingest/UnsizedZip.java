package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** A zip file as some programs write it into a pipe: not packed, and sizes only behind entries. */
final class UnsizedZip {

  private UnsizedZip() {}

  /** Entries that are called {@code 0.jsonl}, {@code 1.jsonl} and so on. */
  static byte[] of(byte[]... contents) {
    ByteBuffer zip = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    int[] offsets = new int[contents.length];
    for (int i = 0; i < contents.length; i++) {
      offsets[i] = zip.position();
      zip.putInt(0x04034b50).putShort((short) 20).putShort((short) 8).putShort((short) 0);
      zip.putInt(0).putInt(0).putInt(0).putInt(0).putShort((short) 7).putShort((short) 0);
      zip.put(name(i)).put(contents[i]);
      zip.putInt(0x08074b50).putInt(sum(contents[i]));
      zip.putInt(contents[i].length).putInt(contents[i].length);
    }
    int directory = zip.position();
    for (int i = 0; i < contents.length; i++) {
      zip.putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) 8);
      zip.putShort((short) 0).putInt(0).putInt(sum(contents[i]));
      zip.putInt(contents[i].length).putInt(contents[i].length).putShort((short) 7);
      zip.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0);
      zip.putInt(0).putInt(offsets[i]).put(name(i));
    }
    int length = zip.position() - directory;
    zip.putInt(0x06054b50).putInt(0).putShort((short) contents.length);
    zip.putShort((short) contents.length).putInt(length).putInt(directory).putShort((short) 0);
    return java.util.Arrays.copyOf(zip.array(), zip.position());
  }

  private static byte[] name(int i) {
    return (i + ".jsonl").getBytes(US_ASCII);
  }

  private static int sum(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return (int) sum.getValue();
  }
}
