package dev.dateline.ingest.html;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What is on a page and never part of an article, told by elements, attributes and classes. */
final class Clutter {

  private static final String ALWAYS =
      "script, style, link, meta, noscript, template, svg, canvas, iframe, object, embed, applet,"
          + " audio, video, map, button, input, select, textarea, label, fieldset, datalist,"
          + " nav, footer, dialog, menu, figcaption, picture, img, hr, amp-ad, amp-sidebar";

  private static final Set<String> ROLES =
      Set.of(
          "menu",
          "menubar",
          "complementary",
          "navigation",
          "alert",
          "alertdialog",
          "dialog",
          "search",
          "tablist",
          "toolbar",
          "contentinfo");

  private static final Pattern INVISIBLE =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);

  /** Classes that speak against an element, after Mozilla's Readability. */
  private static final Pattern UNLIKELY =
      Pattern.compile(
          "-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer"
              + "|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper"
              + "|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup"
              + "|yom-remote",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PERHAPS =
      Pattern.compile(
          "and|article|body|column|content|main|mathjax|shadow", Pattern.CASE_INSENSITIVE);

  /** Classes of what stands inside an article's text and is not of it. */
  private static final Pattern INSERT =
      Pattern.compile(
          "(?:^|[\\s_-])(?:newsletters?|sign-?up|subscribe|subscription|paywall|regwall|promo(?:s|tion)?"
              + "|related|recirc(?:ulation)?|read-?(?:more|next)|more-(?:on|from|stories)|also-read"
              + "|recommend(?:ed|ations?)|share|sharing|share-?(?:bar|tools|buttons)|social(?:-share)?"
              + "|comments?|disqus|tags?|tag-list|tags-list|topics|byline|dateline|timestamp"
              + "|author(?:s|-bio|-info|-box|-name)?|contributors?|caption|credit|wp-caption-text"
              + "|advert(?:isement)?|ads?|ad-(?:slot|unit|container|wrapper)|sponsored|outbrain|taboola"
              + "|cookies?|consent|gdpr|breadcrumbs?|toolbar|print-only|screen-reader-text"
              + "|visually-?hidden|sr-only|hidden-print|jp-relatedposts|sharedaddy|editors?-picks"
              + "|most-(?:read|popular|viewed)|trending|popular|follow-(?:us|button)|donat(?:e|ion)"
              + "|copyright|pull-?quotes?|embed-caption|contributor-note|editor-note|photo-credit|image-credit|image-source|image-copyright|blog-?roll|correction-form|poll|quiz|audio-player|video-player|player|gallery-nav"
              + "|toc|table-of-contents)(?=$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  private Clutter() {}

  /** Removes what a reader of the page does not see, or not as text. */
  static void removeUnseen(Element root) {
    // From the end, as each removal moves all that follows in its parent.
    root.select(ALWAYS).reversed().forEach(Element::remove);
    for (Element element : root.getAllElements().reversed()) {
      if (!element.equals(root) && isUnseen(element)) {
        element.remove();
      }
    }
  }

  private static boolean isUnseen(Element element) {
    return element.hasAttr("hidden")
        || INVISIBLE.matcher(element.attr("style")).find()
        || element.attr("aria-hidden").equals("true")
        || element.attr("aria-modal").equals("true")
        || ROLES.contains(element.attr("role"));
  }

  /** Whether an element's classes say that it is around the article rather than of it. */
  static boolean isUnlikely(Element element) {
    String names = names(element);
    return !element.nameIs("body")
        && !element.nameIs("html")
        && !element.nameIs("article")
        && !element.nameIs("main")
        && !element.nameIs("a")
        && UNLIKELY.matcher(names).find()
        && !PERHAPS.matcher(names).find()
        && element.closest("table, code, pre") == null;
  }

  /** Whether an element of the text is told by its classes to be no part of it. */
  static boolean isInsert(Element element) {
    return element.nameIs("aside")
        || INSERT.matcher(names(element)).find()
        || element.attr("itemprop").matches("author|datePublished|dateModified")
        || element.attr("rel").equals("author");
  }

  /** An element's classes and its id, camel case and underscores written with hyphens. */
  static String names(Element element) {
    String names = element.className() + " " + element.id();
    return names.length() > 1_000
        ? ""
        : names.replaceAll("(?<=[a-z])(?=[A-Z])", "-").replace('_', '-');
  }
}
