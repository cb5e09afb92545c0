package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small whole document of each format, from which the fuzzing starts. */
final class SeedDocuments {

  private static final String HTML =
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ice melts early | Lake Post</title>
      <link rel="canonical" href="https://lake.example/ice"><meta property="og:site_name" content="Lake Post">
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ice melts
      early","datePublished":"2026-05-01T08:00:00+02:00","author":[{"@type":"Person","name":"Ann Poe"}]}]}</script></head>
      <body><nav><a href="/">Home</a></nav><article><h1>Ice melts early</h1><time datetime="2026-05-01">1 May</time>
      <p><strong>Why it matters:</strong> The lake feeds four towns, and none of them has another well.</p><ul><li>Warm days</li></ul>
      <p>The ice on the lake melted in April, &amp; nobody walked home over it.<br>Boats left at noon.</p>
      <table><tr><td>1</td><td>2</td></tr></table></article><footer>Share</footer></body></html>
      """;

  private static final String RSS =
      """
      <?xml version="1.0"?><!DOCTYPE rss SYSTEM "x.dtd"><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
       xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lake Post</title><link>https://lake.example/</link>
      <item><guid isPermaLink="false">a:1</guid><title>Ice &amp; sea</title><link>https://lake.example/ice?utm_source=x</link>
      <pubDate>Fri, 01 May 2026 08:00:00 +0200</pubDate><dc:creator>Ann Poe</dc:creator><category>ice</category>
      <description>&lt;p&gt;It melts.&lt;/p&gt;</description><content:encoded><![CDATA[<p>It <b>melts</b>.</p>]]></content:encoded></item>
      <item><title>Sea</title></item></channel></rss>
      """;

  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lake Post</title><link href="https://lake.example/"/>
      <entry><id>tag:lake.example,2026:1</id><title type="html">Ice &lt;i&gt;melts&lt;/i&gt;</title><link rel="alternate" href="/ice"/>
      <updated>2026-05-01T08:00:00Z</updated><published>2026-05-01T07:00:00.5+02:00</published><author><name>Ann Poe</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It melts.</p></div></content></entry></feed>
      """;

  private static final String RDF =
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>P</title>
      </channel><item rdf:about="https://lake.example/ice"><title>Ice</title><description>It melts.</description></item></rdf:RDF>
      """;

  private static final String JSON_FEED =
      """
      {"version":"https://jsonfeed.org/version/1.1","title":"Lake Post","items":[{"id":"a:1","url":"https://lake.example/ice",
      "title":"Ice","content_html":"<p>It melts.</p>","date_published":"2026-05-01T08:00:00Z","authors":[{"name":"Ann Poe"}],
      "tags":["ice"]},{"id":2,"content_text":"Sea"}]}
      """;

  private static final String NINJS =
      """
      {"uri":"urn:a:1","type":"text","versioncreated":"2026-05-01T08:00:00Z","pubstatus":"usable","headlines":[{"role":"main",
      "value":"Ice"}],"bodies":[{"role":"main","contenttype":"text/html","value":"<p>It melts.</p>"}],"by":"Ann Poe",
      "embargoed":"2026-05-01T09:00:00Z","subjects":[{"name":"ice","uri":"medtop:1"}],"language":"en"}
      """;

  private static final String NITF =
      """
      <?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "b">]><nitf><head><title>Ice</title><docdata><doc-id id-string="a1"/>
      <date.issue norm="20260501T080000Z"/><key-list><keyword key="ice"/></key-list></docdata></head><body><body.head><hedline>
      <hl1>Ice melts</hl1></hedline><byline>By Ann Poe</byline><dateline>LAKESIDE</dateline></body.head><body.content><block>
      <p>It melts &a;.</p></block></body.content></body></nitf>
      """;

  private static final String NEWSML =
      """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:a:1" version="2" xml:lang="en"><itemMeta>
      <versionCreated>2026-05-01T08:00:00Z</versionCreated><pubStatus qcode="stat:usable"/><embargoed>2026-05-01T09:00:00Z</embargoed>
      </itemMeta><contentMeta><headline>Ice</headline><creator><name>Ann Poe</name></creator><subject qcode="medtop:1"/></contentMeta>
      <contentSet><inlineXML><html><body><p>It melts.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>
      """;

  private static final String NEWS_API =
      """
      {"status":"ok","totalResults":1,"articles":[{"source":{"id":null,"name":"Lake Post"},"author":"Ann Poe","title":"Ice",
      "description":"It melts.","url":"https://lake.example/ice","publishedAt":"2026-05-01T08:00:00Z","content":"It… [+9 chars]"}]}
      """;

  private static final String GUARDIAN =
      """
      {"response":{"status":"ok","userTier":"developer","total":1,"results":[{"id":"world/ice","type":"article","webTitle":"Ice",
      "webPublicationDate":"2026-05-01T08:00:00Z","webUrl":"https://lake.example/ice","sectionName":"World","fields":{"body":
      "<p>It melts.</p>","byline":"Ann Poe"},"tags":[{"type":"keyword","webTitle":"Ice"}]}]}}
      """;

  private static final String LINE =
      """
      {"id":"a","url":"https://lake.example/ice","title":"Ice","summary":"S","takeaways":["One"],"body":["It melts.","Yes."],\
      "parts":[{"label":"Go deeper","text":"x"}],"authors":["Ann Poe"],"source":{"name":"Post","domain":"lake.example"},\
      "published":"2026-05-01T08:00:00Z","updated":1777622400,"lang":"en","status":"usable","metadata":{"desk":"night"},\
      "provenance":{"file":"f","fields":{"title":"first"},"dropped":[{"text":"t","rule":"r"}],"notes":["n"]}}
      """;

  private static final String STORY =
      """
      Ice melts early
      Why It Matters
      Four towns drink from the lake.
      Key Takeaways
      - • Warm days
      Pulse Analysis
      The ice melted in April.
      Ice is melting early
      Comments
      Want to join the conversation?
      """;

  private static final String WARC =
      """
      WARC/1.0\r
      WARC-Type: response\r
      WARC-Target-URI: https://lake.example/ice\r
      WARC-Date: 2026-05-01T08:00:00Z\r
      Content-Type: application/http; msgtype=response\r
      Content-Length: LENGTH\r
      \r
      """;

  private static final String HTTP =
      """
      HTTP/1.1 200 OK\r
      Content-Type: text/html; charset=utf-8\r
      Transfer-Encoding: chunked\r
      \r
      """;

  private static final String TREC =
      """
      <DOC>
      <DOCNO> LP19980601.0001 </DOCNO>
      <DATE_TIME> 06/01/1998 01:00:00 </DATE_TIME>
      <HEADLINE> Ice melts </HEADLINE>
      <BYLINE> By ANN POE, Lake Post Writer </BYLINE>
      <TEXT><P> It was warm &amp; dry. </P></TEXT>
      </DOC>
      """;

  private static final String CSV =
      """
      id,title,text,authors,published
      a,Ice,"It
      melts.",Ann Poe;Bo Lee,2026-05-01
      b,Sea,"It ""freezes"".",,NULL
      """;

  private static final String MARKDOWN =
      """
      ---
      title: Ice
      tags: [a, 'b']
      date: 2026-05-01 08:00:00 +0200
      author: {name: Ann Poe}
      ---
      # Ice

      **Why it matters:** [x](y "z")

      - {{< z >}} `q`

      | a |
      |---|
      | b |

      <p>c</p>
      """;

  private static final String MARKDOWN_TOML =
      """
      +++
      title='Ice'
      date=2026-05-01T08:00:00Z
      [extra]
      tags=["a",2]
      +++
      It melts.
      """;

  private static final String MAIL =
      """
      From: =?utf-8?B?QQ==?= <a@lake.example>
      Subject: =?iso-8859-1?Q?Ice_melts?=
      Date: Fri, 1 May 2026 08:00:00 +0200
      Content-Type: multipart/alternative; boundary="x"

      --x
      Content-Type: text/plain; charset=utf-8; format=flowed
      Content-Transfer-Encoding: quoted-printable

      It =6Delts.
      --x
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      PHA+SXQgbWVsdHMuPC9wPg==
      --x--
      """;

  private SeedDocuments() {}

  /** The documents by the names of their files. */
  static final Map<String, byte[]> ALL = all();

  private static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    texts().forEach((name, text) -> all.put(name, text.getBytes(UTF_8)));
    all.put("utf-16.xml", ("\uFEFF" + RSS).getBytes(UTF_16LE));
    try {
      all.put("jsonl.gz", Archives.gzip(LINE.getBytes(UTF_8)));
      all.put("warc.gz", Archives.gzip(all.get("a.warc")));
      Map<String, byte[]> entries =
          Map.of("ice.html", HTML.getBytes(UTF_8), "a.jsonl", LINE.getBytes(UTF_8));
      all.put("a.zip", Archives.zip(entries));
      all.put("a.tar", Archives.tar(entries));
      all.put("a.tar.gz", Archives.gzip(all.get("a.tar")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  private static Map<String, String> texts() {
    String chunked = HTTP + Integer.toHexString(HTML.length()) + "\r\n" + HTML + "\r\n0\r\n\r\n";
    String arc = "filedesc://a.arc 0.0.0.0 20260501080000 text/plain 4\n1 0\n\n";
    String page = "HTTP/1.0 200 OK\nContent-Type: text/html\n\n" + HTML;
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("a.html", HTML);
    texts.put("rss.xml", RSS);
    texts.put("atom.xml", ATOM);
    texts.put("rdf.xml", RDF);
    texts.put("feed.json", JSON_FEED);
    texts.put("ninjs.json", NINJS);
    texts.put("nitf.xml", NITF);
    texts.put("newsml.xml", NEWSML);
    texts.put("newsapi.json", NEWS_API);
    texts.put("guardian.json", GUARDIAN);
    texts.put("a.json", "[" + LINE + "," + LINE + "]");
    texts.put("a.jsonl", LINE + LINE);
    texts.put("a.txt", STORY);
    texts.put(
        "a.warc", (WARC.replace("LENGTH", "" + chunked.length()) + chunked + "\r\n\r\n").repeat(2));
    texts.put(
        "a.arc",
        arc
            + "http://a.example/ 10.0.0.1 20260501080000 text/html "
            + page.length()
            + "\n"
            + page
            + "\n");
    texts.put("trec", TREC + TREC);
    texts.put("a.csv", CSV);
    texts.put("a.tsv", CSV.replace(',', '\t'));
    texts.put("a.md", MARKDOWN);
    texts.put("b.md", MARKDOWN_TOML);
    texts.put("a.eml", MAIL);
    texts.put("a.mbox", ("From a@lake.example Fri May  1 08:00:00 2026\n" + MAIL + "\n").repeat(2));
    return texts;
  }
}
