package dev.dateline.ingest.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What is on a page and never part of an article, told by elements, attributes and classes. */
final class Clutter {

  private static final String ALWAYS =
      "script, style, link, meta, noscript, template, svg, canvas, iframe, object, embed, applet,"
          + " audio, video, map, button, input, select, textarea, label, fieldset, datalist,"
          + " nav, footer, dialog, menu, figcaption, picture, img, hr, amp-ad, amp-sidebar,"
          + " amp-consent, amp-img, amp-video";

  /** What else stands in a figure with a picture is its caption. */
  private static final String PICTURES =
      "figure:has(img, picture, video, amp-img, amp-video):not(:has(blockquote, table, pre, h2,"
          + " h3))";

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

  /** Classes that speak against an element, after Mozilla's Readability, and those of consent. */
  private static final Pattern UNLIKELY =
      Pattern.compile(
          "-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer"
              + "|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper"
              + "|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup"
              + "|yom-remote|cookie|consent|onetrust|didomi|usercentrics|sp-message|truste|qc-cmp"
              + "|cmpbox|iubenda|paywall-[a-z]|regwall|responses|reactions|reacties|kommentar"
              + "|comentario|commentaire",
          Pattern.CASE_INSENSITIVE);

  /** Elements that are of the article whatever their classes. */
  private static final Set<String> LIKELY = Set.of("body", "html", "article", "main", "a");

  private static final Pattern PERHAPS =
      Pattern.compile(
          "and|article|body|column|content|main|mathjax|shadow", Pattern.CASE_INSENSITIVE);

  /** Classes of what stands inside an article's text and is not of it. */
  private static final Pattern INSERT =
      Pattern.compile(
          "(?:^|[\\s_-])(newsletters?|sign-?up|subscribe|subscription|paywall|regwall|promo(?:s|tion)?"
              + "|related|recirc(?:ulation)?|read-?(?:more|next)|more-(?:on|from|stories)|also-read"
              + "|recommend(?:ed|ations?)|share|sharing|share-?(?:bar|tools|buttons)|social(?:-share)?"
              + "|comments?|disqus|tags?|tag-list|tags-list|topics?|byline|dateline|timestamp"
              + "|author(?:s|-bio|-info|-box|-name)?|contributors?|caption|credit|wp-caption-text"
              + "|advert(?:isement)?|ads?|ad-(?:slot|unit|container|wrapper)|sponsored|outbrain|taboola"
              + "|cookies?|consent|gdpr|breadcrumbs?|toolbar|print-only|screen-reader-text"
              + "|visually-?hidden|sr-only|hidden-print|jp-relatedposts|sharedaddy|editors?-picks"
              + "|most-(?:read|popular|viewed)|trending|popular|follow-(?:us|button)|donat(?:e|ion)"
              + "|copyright|pull-?quotes?|embed-caption|contributor-note|editor-note|photo-credit"
              + "|image-credit|image-source|image-copyright|blog-?roll|correction-form|poll|quiz"
              + "|audio-player|video-player|player|gallery-nav|toc|table-of-contents|ugc"
              + "|infobox|bookmark-card|links-block|interstitial-link"
              + "|twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed|text-post-media"
              + "|reddit-embed-bq|mastodon-embed)(?=$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  /** Classes of text for machines, which is out of place even within a sentence. */
  private static final Set<String> UNSEEN =
      Set.of(
          "screen-reader-text",
          "visually-hidden",
          "visuallyhidden",
          "sr-only",
          "print-only",
          "hidden-print");

  /** Attributes in which pages made by programs keep the names that classes no longer have. */
  private static final List<String> NAMING =
      List.of("data-component", "data-testid", "data-test-id", "data-qa", "data-module");

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final int LONGEST_NAMES = 1_000;

  private Clutter() {}

  /** Removes what is no text, or none of an article, on any page. */
  static void removeElements(Element root) {
    AddressForm.removeAll(root);
    root.select(PICTURES).reversed().forEach(Element::remove);
    // From the end, as each removal moves all that follows in its parent.
    root.select(ALWAYS).reversed().forEach(Element::remove);
    for (Element element : root.getAllElements().reversed()) {
      if (!element.equals(root)
          && (ROLES.contains(element.attr("role")) || element.attr("aria-modal").equals("true"))) {
        element.remove();
      }
    }
  }

  /** Removes what a reader of the page does not see. */
  static void removeUnseen(Element root) {
    for (Element element : root.getAllElements().reversed()) {
      if (!element.equals(root) && isUnseen(element)) {
        element.remove();
      }
    }
  }

  private static boolean isUnseen(Element element) {
    return element.hasAttr("hidden")
        || INVISIBLE.matcher(element.attr("style")).find()
        || element.attr("aria-hidden").equals("true");
  }

  /** By which rule an element is around the article rather than of it, or null. */
  static @Nullable String unlikelyRule(Element element) {
    String names = names(element);
    Matcher unlikely = UNLIKELY.matcher(names);
    return !LIKELY.contains(element.normalName())
            && unlikely.find()
            && !PERHAPS.matcher(names).find()
            && element.closest("table, code, pre") == null
        ? "class \"" + unlikely.group().toLowerCase(Locale.ROOT) + "\" beside the text"
        : null;
  }

  /** By which rule an element of the text is no part of it, or null if it is one. */
  static @Nullable String insertRule(Element element) {
    if (element.nameIs("aside")) {
      return "element aside";
    }
    Matcher insert = INSERT.matcher(allNames(element));
    if (insert.find()) {
      return "class \"" + insert.group(1).toLowerCase(Locale.ROOT) + "\"";
    }
    String property = element.attr("itemprop");
    if (property.equals("author") || property.matches("date(?:Published|Modified)")) {
      return "itemprop \"" + property + "\"";
    }
    return element.attr("rel").equals("author") ? "rel \"author\"" : null;
  }

  /** Whether an insert is not even shown, so that no sentence misses it. */
  static boolean isForMachines(String insertRule) {
    return UNSEEN.stream().anyMatch(name -> insertRule.equals("class \"" + name + "\""));
  }

  /** An element's classes and its id, camel case and underscores written with hyphens. */
  static String names(Element element) {
    return hyphened(element.className() + " " + element.id());
  }

  private static String allNames(Element element) {
    StringBuilder names = new StringBuilder(element.className()).append(' ').append(element.id());
    NAMING.forEach(name -> names.append(' ').append(element.attr(name)));
    if (element.normalName().indexOf('-') > 0) {
      names.append(' ').append(element.normalName());
    }
    return hyphened(names.toString());
  }

  private static String hyphened(String names) {
    return names.length() > LONGEST_NAMES
        ? ""
        : HUMP.matcher(names).replaceAll("-").replace('_', '-');
  }
}
