package dev.dateline.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.lucene90.Lucene90StoredFieldsFormat;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.Version;

/**
 * A damaged generation in which the small file that says what a segment is ({@code .si}) is made
 * anew, in memory, where it is damaged or missing: without one of them Lucene reads no commit. What
 * must be in it is in other files of the segment too: its id in their headers, and how many
 * documents it has in that of stored articles. It is good for reading these, and for no search.
 */
final class MendedInfos extends FilterDirectory {

  /** More documents than a segment has; a commit of seven such segments can be read. */
  private static final int MOST = 1 << 28;

  private final Directory mended = new ByteBuffersDirectory();
  private final Set<String> unreadable = new HashSet<>();

  MendedInfos(Directory damaged) throws IOException {
    super(damaged);
    Set<String> segments = new TreeSet<>();
    for (String file : damaged.listAll()) {
      if (file.startsWith("_")) {
        segments.add(IndexFileNames.parseSegmentName(file));
      }
    }
    for (String segment : segments) {
      if (!isSound(segment + ".si")) {
        mend(segment);
      }
    }
  }

  /** The segments of which neither what they are nor what is in them can be read, by name. */
  Set<String> unreadable() {
    return unreadable;
  }

  private boolean isSound(String file) {
    try (IndexInput bytes = in.openInput(file, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(bytes);
      return true;
    } catch (IOException | InternalError e) { // an error where a mapped file cannot be read
      return false;
    }
  }

  private void mend(String segment) throws IOException {
    List<String> files =
        Stream.of(in.listAll()).filter(file -> file.startsWith(segment + ".")).toList();
    byte[] id = id(files);
    int documents = documents(info(segment, files, id, MOST));
    if (documents == 0) {
      unreadable.add(segment);
    }
    SegmentInfo info = info(segment, files, id, documents == 0 ? MOST : documents);
    info.getCodec().segmentInfoFormat().write(mended, info, IOContext.DEFAULT);
  }

  /** The id of a segment, which is in the header of each of its files. */
  private byte[] id(List<String> files) {
    for (String file : files) {
      if (file.endsWith(".cfs") || file.endsWith(".fdt")) {
        try (IndexInput bytes = in.openInput(file, IOContext.READONCE)) {
          byte[] header = CodecUtil.readIndexHeader(bytes);
          int end = header.length - 1; // behind it is the length of a suffix, which is empty here
          return Arrays.copyOfRange(header, end - StringHelper.ID_LENGTH, end);
        } catch (IOException | RuntimeException | InternalError e) {
          // Nothing of this segment can be read then.
        }
      }
    }
    return new byte[StringHelper.ID_LENGTH];
  }

  private SegmentInfo info(String segment, List<String> files, byte[] id, int documents) {
    SegmentInfo info =
        new SegmentInfo(
            in,
            Version.LATEST,
            Version.LATEST,
            segment,
            documents,
            files.contains(segment + ".cfs"),
            false,
            Codec.getDefault(),
            Map.of(),
            id,
            Map.of(
                Lucene90StoredFieldsFormat.MODE_KEY,
                Lucene90StoredFieldsFormat.Mode.BEST_SPEED.name()),
            null);
    info.setFiles(files);
    return info;
  }

  /** How many documents there are; 0 where that cannot be told. */
  private int documents(SegmentInfo info) throws IOException {
    SegmentCommitInfo segment = new SegmentCommitInfo(info, 0, 0, -1, -1, -1, null);
    try (StoredSegment stored = StoredSegment.open(in, segment)) {
      return stored == null || !stored.isIntact() ? 0 : stored.countStored();
    }
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    boolean made = name.endsWith(".si") && List.of(mended.listAll()).contains(name);
    return made ? mended.openInput(name, context) : in.openInput(name, context);
  }
}
