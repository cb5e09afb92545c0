package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Source;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newsletter is an article of who sent it, without what it says of itself. */
class MailTest {

  private static final String HEAD =
      """
      Return-Path: <bounce@mailer.example>
      Received: from mailer.example by mx.example; Fri, 1 May 2026 06:00:09 +0000
      From: "The Harbour Post" <news@harbour.example>
      To: reader@home.example
      Subject: =?UTF-8?Q?Night_ferry_returns_=E2=80=93?= =?utf-8?B?IGF0IGxhc3Q=?=
      Date: Fri, 1 May 2026 08:00:00 +0200 (CEST)
      Message-ID: <2026-05-01.ferry@harbour.example>
      List-Id: Morning boats <boats.harbour.example>
      Content-Language: en-GB
      MIME-Version: 1.0
      """;

  private static Article plain(String type, String text) throws IOException {
    return Reads.article("a.eml", HEAD + "Content-Type: text/plain" + type + "\n\n" + text);
  }

  @Test
  void theHeadersGiveTheFacts(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.eml"), HEAD + "\nThe ferry sails.\r\n");
    Article article = Reads.article(Reads.outcomes(file).getFirst());
    assertEquals("2026-05-01.ferry@harbour.example", article.id());
    assertEquals("Night ferry returns – at last", article.title());
    assertEquals(new Source("The Harbour Post", "harbour.example"), article.source());
    assertEquals(Instant.parse("2026-05-01T06:00:00Z"), article.published().at());
    assertEquals("en-gb", article.language());
    assertEquals("Morning boats <boats.harbour.example>", article.metadata().get("list-id"));
    assertEquals(List.of("The ferry sails."), article.body());
    assertEquals("mail", article.provenance().format());
    assertEquals("header subject", article.provenance().rules().get("title"));
    assertTrue(!article.toString().contains("reader@home.example"), "who got it is not kept");
  }

  @Test
  void thePageInItIsReadAsAReaderSeesIt() throws IOException {
    String page =
        """
        <!doctype html><html><head><style>td{color:red}</style></head><body>
        <div style="display:none;max-height:0">Ten ships and a quay =E2=80=94 today&#847;&zwnj;</div>
        <table width=3D"100%"><tr><td><table><tr>
        <td><a href=3D"https://harbour.example/web">View in browser</a></td></tr></table>
        <table><tr><td><h1>Good morning</h1></td></tr>
        <tr><td><a href=3D"https://t.example/1">Night ferry returns</a></td></tr>
        <tr><td>The ferry sails at =
        ten.</td></tr>
        <tr><td><strong>Why it matters:</strong> The strait was closed.</td></tr>
        <tr><td><b>By the numbers:</b> Ten ships.</td></tr></table>
        <img src=3D"https://t.example/pixel.gif" width=3D"1" height=3D"1">
        <table><tr><td>You're receiving this email because you signed up.</td></tr>
        <tr><td>Harbour Post, 1 Quay Road</td></tr>
        <tr><td><a href=3D"#">Unsubscribe</a> | <a href=3D"#">Preferences</a></td></tr></table>
        </td></tr></table></body></html>
        """;
    String mail =
        HEAD
            + "Content-Type: multipart/alternative; boundary=\"cut\"\n\n"
            + "Ignored.\n"
            + "--cut\n"
            + "Content-Type: text/plain; charset=utf-8\n\n"
            + "Plain words.\n"
            + "--cut\n"
            + "Content-Type: text/html; charset=utf-8\n"
            + "Content-Transfer-Encoding: quoted-printable\n\n"
            + page
            + "\n--cut--\n";
    Article article = Reads.article("a.eml", mail);
    assertEquals(
        List.of("Good morning", "Night ferry returns", "The ferry sails at ten."), article.body());
    assertEquals("The strait was closed.", article.summary());
    assertEquals(List.of(new Part("By the numbers", "Ten ships.")), article.parts());
    assertEquals(
        List.of("View in browser", "Unsubscribe | Preferences"),
        List.of(
            article.provenance().dropped().getFirst().text(),
            article.provenance().dropped().getLast().text()));
  }

  @Test
  void aMailIsKnownWithoutItsName() throws IOException {
    assertEquals("mail", Reads.article("-", HEAD + "\nText.\n").provenance().format());
    Article story = Reads.article("note.txt", "From: the harbour\nIt is late.\n");
    assertEquals("story-text", story.provenance().format());
  }

  @Test
  void plainTextIsReadByParagraphsAndLabels() throws IOException {
    String text =
        """
        The ferry sails
        at ten.

        Key takeaways:
        - First
        - Second

        Why it matters: Ships.

        To unsubscribe, write to us.
        """;
    Article article = plain("", text);
    assertEquals(List.of("The ferry sails\nat ten."), article.body());
    assertEquals(List.of("First", "Second"), article.takeaways());
    assertEquals("Ships.", article.summary());
  }

  @Test
  void foldedLinesAreUnfolded() throws IOException {
    String text = "The ferry \nsails \nat ten.\n\nAll aboard.\n";
    assertEquals(
        List.of("The ferry sails at ten.", "All aboard."), plain("; format=flowed", text).body());
    assertEquals(
        List.of("The ferrysailsat ten.", "All aboard."),
        plain("; format=flowed; delsp=yes", text).body());
  }

  @Test
  void charactersAreReadInWhateverSetAndEncodingTheyCome() throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString("Größe".getBytes(UTF_8));
    assertEquals(
        List.of("Größe"),
        plain("; charset=\"utf-8\"\nContent-Transfer-Encoding: base64", base64).body());
    for (String said : List.of("windows-1252", "iso-8859-1", "utf-8", "no-such-set", "")) {
      String head = HEAD + "Content-Type: text/plain" + (said.isEmpty() ? "" : "; charset=" + said);
      byte[] western = (head + "\n\n“Größe”").getBytes(Charset.forName("windows-1252"));
      Article article = Reads.article(Reads.outcomes("a.eml", western).getFirst());
      assertEquals(List.of("“Größe”"), article.body(), said);
    }
    byte[] russian =
        (HEAD + "Content-Type: text/plain; charset=koi8-r\n\nПаром")
            .getBytes(Charset.forName("koi8-r"));
    assertEquals(
        List.of("Паром"), Reads.article(Reads.outcomes("a.eml", russian).getFirst()).body());
  }

  @Test
  void attachmentsAndMailsInsideArePassedOver() throws IOException {
    String mail =
        HEAD
            + "Content-Type: multipart/mixed; boundary=cut\n\n--cut\n"
            + "Content-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n"
            + "<p>Attached.</p>\n--cut\nContent-Type: message/rfc822\n\nSubject: Inner\n\nInner.\n"
            + "--cut\nContent-Type: text/plain\n\nThe text.\n--cut--\n";
    Article article = Reads.article("a.eml", mail);
    assertEquals(List.of("The text."), article.body());
    assertEquals("Night ferry returns – at last", article.title());
  }

  @Test
  void anMboxIsReadMailByMail() throws IOException {
    String one = "From: A <a@a.example>\nSubject: One\nMessage-ID: <1@a>\n\nText.\nFrom here on.\n";
    String bad = "Subject: \nFrom: A <a@a.example>\n\n\n";
    String two = "From: A <a@a.example>\nSubject: Two\nMessage-ID: <2@a>\n\nText.\n";
    String from = "From a@a.example Fri May  1 08:00:00 2026\n";
    List<Outcome> outcomes =
        Reads.outcomes("boats.mbox", from + one + "\n" + from + bad + "\n" + from + two);
    assertEquals(List.of("1@a", "mail 2: no title and no text", "2@a"), Reads.summary(outcomes));
    assertEquals(List.of("Text.\nFrom here on."), Reads.article(outcomes.getFirst()).body());
  }

  @Test
  void aSentenceAboutSubscriptionsInTheNewsStays() throws IOException {
    String text =
        "Readers unsubscribe from the paper in numbers never seen.\n\nThe board is worried.\n";
    assertEquals(2, plain("", text).body().size());
  }

  @Test
  void aDateAheadIsKeptAsItStands() throws IOException {
    String mail = HEAD.replaceFirst("Date: .*", "Date: Fri, 1 May 2099 08:00:00 +0200");
    Article article = Reads.article("a.eml", mail + "\nText.\n");
    assertEquals(null, article.published());
    assertEquals("Fri, 1 May 2099 08:00:00 +0200", article.metadata().get("published.raw"));
  }
}
