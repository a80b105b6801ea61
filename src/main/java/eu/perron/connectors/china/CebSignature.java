package eu.perron.connectors.china;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The enveloped signature of a message as the specification has it: canonical XML of 2001, and by
 * the kind of key SM2 with SM3 or RSA with SHA-1.
 */
final class CebSignature {
  private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");
  private static final String SECURE_VALIDATION = "org.jcp.xml.dsig.secureValidation";

  private CebSignature() {}

  /**
   * Appends it to the root, which in export messages is its place as long as no ExtendMessage
   * follows.
   */
  static void sign(Element root, KeyPair key, String keyName) {
    try {
      if (!isRsa(key.getPublic())) {
        Sm2Signature.sign(root, key.getPrivate(), keyName);
        return;
      }
      Reference wholeMessage =
          FACTORY.newReference(
              "",
              FACTORY.newDigestMethod(DigestMethod.SHA1, null),
              List.of(FACTORY.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)),
              null,
              null);
      SignedInfo signed =
          FACTORY.newSignedInfo(
              FACTORY.newCanonicalizationMethod(
                  CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
              FACTORY.newSignatureMethod(SignatureMethod.RSA_SHA1, null),
              List.of(wholeMessage));
      KeyInfoFactory keyInfos = FACTORY.getKeyInfoFactory();
      KeyInfo signer =
          keyInfos.newKeyInfo(
              List.of(keyInfos.newKeyName(keyName), keyInfos.newKeyValue(key.getPublic())));
      DOMSignContext place = new DOMSignContext(key.getPrivate(), root);
      place.setDefaultNamespacePrefix("ds");
      FACTORY.newXMLSignature(signed, signer).sign(place);
      unfold(root, "SignatureValue");
      unfold(root, "Modulus");
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException broken) {
      throw new IllegalStateException("A message to China customs could not be signed", broken);
    }
  }

  /**
   * The JDK folds long values with carriage returns, which XML has to write as {@code &#13;};
   * neither is signed.
   */
  private static void unfold(Element root, String name) {
    Element value = (Element) root.getElementsByTagNameNS(XMLSignature.XMLNS, name).item(0);
    value.setTextContent(value.getTextContent().replaceAll("\\s", ""));
  }

  /**
   * Whether the whole message was signed with that key, and not merely a part of it. The JDK's
   * secure validation would refuse SHA-1, so what it guards against is refused here by name: any
   * other algorithm, reference or transform.
   */
  static boolean isRight(Element root, PublicKey signer) {
    NodeList found = root.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
    if (found.getLength() != 1 || found.item(0).getParentNode() != root) {
      return false;
    }
    if (!isRsa(signer)) {
      return Sm2Signature.isRight(root, (Element) found.item(0), signer);
    }
    DOMValidateContext context = new DOMValidateContext(signer, found.item(0));
    context.setProperty(SECURE_VALIDATION, Boolean.FALSE);
    try {
      XMLSignature signature = FACTORY.unmarshalXMLSignature(context);
      return isOfOurShape(signature) && signature.validate(context);
    } catch (MarshalException | XMLSignatureException | ClassCastException broken) {
      return false;
    }
  }

  private static boolean isRsa(PublicKey key) {
    return key.getAlgorithm().equals("RSA");
  }

  private static boolean isOfOurShape(XMLSignature signature) {
    SignedInfo signed = signature.getSignedInfo();
    if (signature.getObjects().size() != 0
        || signed.getReferences().size() != 1
        || !signed
            .getCanonicalizationMethod()
            .getAlgorithm()
            .equals(CanonicalizationMethod.INCLUSIVE)
        || !signed.getSignatureMethod().getAlgorithm().equals(SignatureMethod.RSA_SHA1)) {
      return false;
    }
    Reference reference = signed.getReferences().get(0);
    return "".equals(reference.getURI())
        && reference.getDigestMethod().getAlgorithm().equals(DigestMethod.SHA1)
        && reference.getTransforms().size() == 1
        && reference.getTransforms().get(0).getAlgorithm().equals(Transform.ENVELOPED);
  }
}
