package dev.dateline.server.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * XML that is being written. Whatever a text holds is text in it; characters that XML has no way to
 * write, such as most control characters, are left out. Used once.
 */
final class Xml {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  /** XML 1.0, production 2: what a document may hold. */
  private static final IntPredicate LEGAL =
      c ->
          c == '\t'
              || c == '\n'
              || c == '\r'
              || (c >= 0x20 && c <= 0xD7FF)
              || (c >= 0xE000 && c <= 0xFFFD)
              || c >= 0x10000;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  Xml() {
    try {
      out = FACTORY.createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // a string takes everything
    }
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values by turns; one whose value is null is left out
   */
  Xml open(String name, @Nullable String... attributes) {
    try {
      out.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        String value = attributes[i + 1];
        if (value != null) {
          out.writeAttribute(String.valueOf(attributes[i]), legal(value));
        }
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closes the element that was opened last. */
  Xml close() {
    try {
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element with a text; nothing where there is none. */
  Xml element(String name, @Nullable String content, @Nullable String... attributes) {
    if (content == null) {
      return this;
    }
    open(name, attributes);
    try {
      out.writeCharacters(legal(content));
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return close();
  }

  /** The document, whose elements are all closed. */
  byte[] toBytes() {
    try {
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String legal(String content) {
    return content.codePoints().allMatch(LEGAL)
        ? content
        : content
            .codePoints()
            .filter(LEGAL)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }
}
