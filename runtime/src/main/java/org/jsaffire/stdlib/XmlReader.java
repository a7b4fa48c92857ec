package org.jsaffire.stdlib;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.ListObject;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;

/** Reads one XML document into hashes (modules.md 15.5). */
final class XmlReader {
  private static final int MAX_DEPTH = 512;
  private static final String MAX_ATTRIBUTES = "10000";

  /** An element that is open. */
  private static final class Element {
    final HashObject hash = new HashObject();
    final ListObject children = new ListObject();

    /** Character data since the last tag. */
    final StringBuilder data = new StringBuilder();

    Str text = Str.EMPTY;
  }

  private final Invoker in;
  private final String xml;
  private final Deque<Element> open = new ArrayDeque<>();
  private HashObject root;

  XmlReader(Invoker in, String xml) {
    this.in = in;
    this.xml = xml;
  }

  /**
   * The root element.
   *
   * @throws ScriptException argumentException that names the place and what is wrong there
   */
  HashObject read() {
    int start = xml.startsWith("\uFEFF") ? 1 : 0;
    refuseDoctype(start);
    try {
      XMLStreamReader reader =
          factory().createXMLStreamReader(new StringReader(xml.substring(start)));
      while (reader.hasNext()) {
        event(reader, reader.next());
      }
      return root;
    } catch (XMLStreamException e) {
      throw fault(place(e.getLocation()), reason(e));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // Newer JDKs allow less by default; depth is limited here.
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    factory.setProperty("jdk.xml.elementAttributeLimit", MAX_ATTRIBUTES);
    return factory;
  }

  /** The prolog may hold comments and instructions only; a DOCTYPE elsewhere is an error anyway. */
  private void refuseDoctype(int from) {
    int at = from;
    while (at < xml.length()) {
      if (xml.startsWith("<!DOCTYPE", at)) {
        throw fault(TextPositions.of(xml, at), "DOCTYPE is not allowed");
      }
      int end = at + 1;
      if (xml.startsWith("<!--", at)) {
        end = behind("-->", at + 4);
      } else if (xml.startsWith("<?", at)) {
        end = behind("?>", at + 2);
      } else if (xml.charAt(at) > ' ') {
        return;
      }
      at = end;
    }
  }

  private int behind(String mark, int from) {
    int at = xml.indexOf(mark, from);
    return at < 0 ? xml.length() : at + mark.length();
  }

  private void event(XMLStreamReader reader, int kind) {
    switch (kind) {
      case XMLStreamConstants.START_ELEMENT:
        start(reader);
        break;
      case XMLStreamConstants.END_ELEMENT:
        end();
        break;
      case XMLStreamConstants.CHARACTERS:
      case XMLStreamConstants.CDATA:
      case XMLStreamConstants.SPACE:
        if (!open.isEmpty()) {
          open.peek().data.append(reader.getText());
        }
        break;
      case XMLStreamConstants.DTD:
      case XMLStreamConstants.ENTITY_REFERENCE:
        throw fault(place(reader.getLocation()), "DOCTYPE is not allowed");
      default:
        // Comments and instructions vanish.
        break;
    }
  }

  private void start(XMLStreamReader reader) {
    in.checkpoint();
    if (open.size() >= MAX_DEPTH) {
      throw fault(place(reader.getLocation()), "elements are nested too deeply");
    }
    if (!open.isEmpty()) {
      flush(open.peek());
    }
    Element element = new Element();
    HashObject attributes = new HashObject();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(
          in,
          name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
          Str.of(reader.getAttributeValue(i)));
    }
    element.hash.put(in, "name", Str.of(name(reader.getPrefix(), reader.getLocalName())));
    element.hash.put(in, "attributes", attributes);
    element.hash.put(in, "children", element.children);
    element.hash.put(in, "text", Str.EMPTY);
    open.push(element);
  }

  private static String name(String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private void end() {
    Element element = open.pop();
    flush(element);
    element.hash.put(in, "text", element.text);
    if (open.isEmpty()) {
      root = element.hash;
    } else {
      Element parent = open.peek();
      parent.children.add(element.hash);
      append(parent, element.text);
    }
  }

  /** Neighbouring pieces of text are one child. */
  private void flush(Element element) {
    if (element.data.length() > 0) {
      Str text = Str.of(element.data.toString());
      element.data.setLength(0);
      element.children.add(text);
      append(element, text);
    }
  }

  private void append(Element element, Str text) {
    if (text.units() >= 1024) {
      in.charge(2L * text.units());
    }
    element.text = element.text.concat(text);
  }

  private static String place(Location location) {
    return "line "
        + Math.max(1, location.getLineNumber())
        + " column "
        + Math.max(1, location.getColumnNumber());
  }

  /** The parser puts the place in front, on a line of its own. */
  private static String reason(XMLStreamException e) {
    String message = e.getMessage();
    int mark = message.indexOf("Message: ");
    String reason = mark < 0 ? message : message.substring(mark + 9);
    return reason.strip().replaceAll("\\s+", " ");
  }

  private static ScriptException fault(String place, String reason) {
    return Errors.argument("Cannot parse XML at " + place + ": " + reason);
  }
}
