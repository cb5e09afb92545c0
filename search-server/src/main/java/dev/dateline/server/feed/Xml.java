package dev.dateline.server.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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
      write(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element that has attributes alone. */
  Xml empty(String name, @Nullable String... attributes) {
    try {
      out.writeEmptyElement(name);
      write(attributes);
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(@Nullable String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      String value = attributes[i + 1];
      if (value != null) {
        out.writeAttribute(String.valueOf(attributes[i]), legal(value));
      }
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
    return content.codePoints().allMatch(Xml::isLegal)
        ? content
        : content
            .codePoints()
            .filter(Xml::isLegal)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** XML 1.0, production 2: what a document may hold. */
  private static boolean isLegal(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
