package dev.dateline.ingest.mail;

import dev.dateline.ingest.reader.Block;
import dev.dateline.ingest.reader.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a newsletter says of itself, and not of the news: where else it can be read, why it was
 * sent, and how to be rid of it. A block goes only as a whole.
 */
final class Footer {

  /** The longest block that is looked at, in characters. */
  private static final int LONGEST = 400;

  /** After the words on how to be rid of it, at most so many characters follow: an address. */
  private static final int LONGEST_END = 1_200;

  private static final Pattern ELSEWHERE =
      pattern(
          "(?:(?:can't|cannot|having trouble|trouble) (?:see|seeing|view|viewing|reading|read)\\b.*"
              + "|(?:click here to )?(?:view|read|open|see)(?: this| the| our)?"
              + "(?: e-?mail| newsletter| message| issue)?(?: in| on| as)?(?: your| a| the)?"
              + "(?: web)?(?: ?browser| ?page| web| online| app)"
              + "|(?:was this|were you|did someone)\\b.{0,40}\\bforward.*"
              + "|forward(?: this)?(?: e-?mail| newsletter)? to a friend"
              + "|add .{1,60} to your (?:address book|contacts))\\W*");

  private static final Pattern LEAVING =
      pattern(
          "(?:unsubscribe\\b.*|(?:click here )?to unsubscribe\\b.*"
              + "|(?:manage|update|change|edit)(?: your)?(?: e-?mail| newsletter)?"
              + " (?:preferences|subscriptions?|settings|profile)\\b.*"
              + "|(?:you are|you're) (?:receiving|getting) this\\b.*"
              + "|you (?:received|got) this\\b.*"
              + "|this (?:e-?mail|newsletter|message) was sent\\b.*"
              + "|if you (?:no longer (?:wish|want)|don't want|do not want|would like to stop)\\b.*"
              + "|don't want (?:this|these|to (?:get|receive))\\b.*"
              + "|(?:copyright )?(?:©|\\(c\\)) ?(?:19|20)\\d\\d\\b.*)");

  private Footer() {}

  /** The blocks without it. */
  static List<Block> dropFrom(List<Block> blocks, Trail trail) {
    List<Block> kept = new ArrayList<>();
    int left = blocks.stream().mapToInt(block -> block.text().length()).sum();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      left -= block.text().length();
      if (says(LEAVING, block) && left <= LONGEST_END) {
        blocks.subList(i, blocks.size()).forEach(rest -> drop(rest, trail));
        break;
      }
      if (says(ELSEWHERE, block) || says(LEAVING, block)) {
        drop(block, trail);
      } else {
        kept.add(block);
      }
    }
    return kept;
  }

  private static boolean says(Pattern pattern, Block block) {
    String text = block.text();
    return text.length() <= LONGEST
        && pattern.matcher(text.replace('’', '\'').replaceAll("\\s+", " ").strip()).matches();
  }

  private static void drop(Block block, Trail trail) {
    trail.drop(trail.clean(block.text()), "about the newsletter");
  }

  private static Pattern pattern(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }
}
