package eu.perron.house;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * How deep elements may be nested. Validators take memory with the square of the depth, and whoever
 * walks through a tree walks down on the stack. The JDK's own limit is not looked at in XML 1.1, so
 * the elements are counted here, before anybody else reads them.
 */
public final class XmlBounds {
  private static final int DEEPEST = 100;

  private XmlBounds() {}

  /** A message or model that is nested deeper than any we know. */
  public static final class TooDeep extends SAXException {
    private static final long serialVersionUID = 1;

    TooDeep() {
      super("Elements are nested more than " + DEEPEST + " deep.");
    }
  }

  /** What else is wrong with it, its reader says better. */
  public static void check(byte[] xml) throws TooDeep {
    try {
      HardenedXml.parser().parse(new ByteArrayInputStream(xml), new Depth());
    } catch (TooDeep deep) {
      throw deep;
    } catch (SAXException | IOException malformed) {
      // the reader stumbles at the same place
    }
  }

  /**
   * For those who walk through a message themselves, before anybody else sees it.
   *
   * @param open elements, with the one that begins
   */
  public static void checkDepth(int open) throws TooDeep {
    if (open > DEEPEST) {
      throw new TooDeep();
    }
  }

  private static final class Depth extends DefaultHandler {
    private int open;

    @Override
    public void startElement(String uri, String name, String prefixed, Attributes attributes)
        throws TooDeep {
      checkDepth(++open);
    }

    @Override
    public void endElement(String uri, String name, String prefixed) {
      open--;
    }
  }
}
