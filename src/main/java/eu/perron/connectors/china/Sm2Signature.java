package eu.perron.connectors.china;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.Data;
import javax.xml.crypto.NodeSetData;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dom.DOMCryptoContext;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The enveloped signature with China's own algorithms: SM3 over the whole message, SM2 over what
 * says so. The JDK's signer takes no algorithms from others, so the few elements are written here;
 * canonical XML comes from the JDK, SM2 and SM3 from Bouncy Castle. The value is the DER form of
 * GM/T 0009; the signer's identity is that standard's default.
 */
final class Sm2Signature {
  static final String SM2_SM3 = "http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3";
  static final String SM3 = "http://www.chinaport.gov.cn/2022/04/xmldsig#sm3";
  private static final String ALGORITHM = "Algorithm";
  private static final XMLCryptoContext CONTEXT = new DOMCryptoContext() {};

  private Sm2Signature() {}

  static void sign(Element root, PrivateKey key, String keyName) throws GeneralSecurityException {
    byte[] digest = digest(root, null);
    Element signature = append(root, "Signature");
    Element signed = append(signature, "SignedInfo");
    append(signed, "CanonicalizationMethod")
        .setAttribute(ALGORITHM, CanonicalizationMethod.INCLUSIVE);
    append(signed, "SignatureMethod").setAttribute(ALGORITHM, SM2_SM3);
    Element reference = append(signed, "Reference");
    reference.setAttribute("URI", "");
    append(append(reference, "Transforms"), "Transform")
        .setAttribute(ALGORITHM, Transform.ENVELOPED);
    append(reference, "DigestMethod").setAttribute(ALGORITHM, SM3);
    append(reference, "DigestValue").setTextContent(Base64.getEncoder().encodeToString(digest));
    Signature signer = Signature.getInstance("SM3withSM2", SignatureMethodOfCeb.SM);
    signer.initSign(key);
    signer.update(canonical(signed, null));
    append(signature, "SignatureValue")
        .setTextContent(Base64.getEncoder().encodeToString(signer.sign()));
    append(append(signature, "KeyInfo"), "KeyName").setTextContent(keyName);
  }

  /** As {@link CebSignature#isRight}; anything of another shape is wrong. */
  static boolean isRight(Element root, Element signature, PublicKey key) {
    try {
      List<Element> parts = children(signature);
      Element signed = named(parts, 0, "SignedInfo");
      byte[] value = decoded(named(parts, 1, "SignatureValue"));
      List<Element> said = children(signed);
      Element reference = named(said, 2, "Reference");
      List<Element> referred = children(reference);
      List<Element> transforms = children(named(referred, 0, "Transforms"));
      boolean ourShape =
          said.size() == 3
              && referred.size() == 3
              && transforms.size() == 1
              && is(named(said, 0, "CanonicalizationMethod"), CanonicalizationMethod.INCLUSIVE)
              && is(named(said, 1, "SignatureMethod"), SM2_SM3)
              && reference.hasAttribute("URI")
              && reference.getAttribute("URI").isEmpty()
              && is(named(transforms, 0, "Transform"), Transform.ENVELOPED)
              && is(named(referred, 1, "DigestMethod"), SM3);
      return ourShape
          && MessageDigest.isEqual(
              decoded(named(referred, 2, "DigestValue")), digest(root, signature))
          && isSigned(signed, value, key);
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      return false;
    }
  }

  private static boolean isSigned(Element signed, byte[] value, PublicKey key)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("SM3withSM2", SignatureMethodOfCeb.SM);
    verifier.initVerify(key);
    verifier.update(canonical(signed, null));
    return verifier.verify(value);
  }

  private static byte[] digest(Element root, Element without) throws GeneralSecurityException {
    return MessageDigest.getInstance("SM3", SignatureMethodOfCeb.SM)
        .digest(canonical(root, without));
  }

  static byte[] canonical(Element element, Element without) throws GeneralSecurityException {
    List<Node> nodes = new ArrayList<>();
    gather(element, without, nodes);
    TransformService canonicalizer =
        TransformService.getInstance(CanonicalizationMethod.INCLUSIVE, "DOM");
    canonicalizer.init((TransformParameterSpec) null);
    NodeSetData<Node> set =
        new NodeSetData<>() {
          @Override
          public Iterator<Node> iterator() {
            return nodes.iterator();
          }
        };
    try {
      Data canonical = canonicalizer.transform(set, CONTEXT);
      try (InputStream bytes = ((OctetStreamData) canonical).getOctetStream()) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        bytes.transferTo(all);
        return all.toByteArray();
      }
    } catch (TransformException | IOException broken) {
      throw new GeneralSecurityException(broken);
    }
  }

  /** An element with all that stands in it, and the namespaces it has from above. */
  private static void gather(Node node, Element without, List<Node> into) {
    if (node == without || node.getNodeType() == Node.COMMENT_NODE) {
      return;
    }
    into.add(node);
    NamedNodeMap attributes = node.getAttributes();
    for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
      into.add(attributes.item(i));
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      gather(child, without, into);
    }
  }

  private static Element append(Element parent, String name) {
    Element child = parent.getOwnerDocument().createElementNS(XMLSignature.XMLNS, "ds:" + name);
    if (name.equals("Signature")) {
      child.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:ds", XMLSignature.XMLNS);
    }
    parent.appendChild(child);
    return child;
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static Element named(List<Element> elements, int position, String name) {
    Element element = position < elements.size() ? elements.get(position) : null;
    if (element == null
        || !name.equals(element.getLocalName())
        || !XMLSignature.XMLNS.equals(element.getNamespaceURI())) {
      throw new IllegalArgumentException("No " + name);
    }
    return element;
  }

  private static boolean is(Element element, String algorithm) {
    return algorithm.equals(element.getAttribute(ALGORITHM)) && children(element).isEmpty();
  }

  private static byte[] decoded(Element element) {
    return Base64.getMimeDecoder()
        .decode(element.getTextContent().strip().getBytes(StandardCharsets.US_ASCII));
  }
}
