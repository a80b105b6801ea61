package eu.perron.connectors.china;

import eu.perron.house.PerronSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jcajce.provider.asymmetric.ec.BCECPrivateKey;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The key we sign export messages with: made at the first start, kept under the data directory. Its
 * public half lies in the partner's folder, to be handed to the office that registers us.
 */
@Component("chinaCustomsSigningKey")
class SigningKey {
  private final KeyPair pair;

  @Autowired
  SigningKey(PerronSettings settings, Registration registration) {
    this(
        SignatureMethodOfCeb.named(registration.of("signature")),
        settings.dataDir().resolve("keys"),
        registered(settings));
  }

  /**
   * @param folder where private keys lie
   * @param publicHalf file of the public key
   */
  SigningKey(SignatureMethodOfCeb method, Path folder, Path publicHalf) {
    Path privateHalf = folder.resolve(method.keyFile());
    try {
      if (Files.notExists(privateHalf)) {
        make(method, privateHalf);
      }
      pair = read(privateHalf);
      Files.createDirectories(publicHalf.getParent());
      String registered = pem("PUBLIC KEY", pair.getPublic().getEncoded());
      if (Files.notExists(publicHalf) || !Files.readString(publicHalf).equals(registered)) {
        Files.writeString(publicHalf, registered);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException("Signing key for China customs: " + privateHalf, problem);
    }
  }

  static Path registered(PerronSettings settings) {
    return settings.connectFolder("china-customs").resolve("registered-key.pem");
  }

  KeyPair pair() {
    return pair;
  }

  /** RSA or SM2, as the file says. */
  static PublicKey readPublic(Path file) {
    try {
      SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(unpacked(Files.readString(file)));
      return keys(key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption))
          .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      throw new IllegalStateException(file + " is no RSA or SM2 public key", broken);
    }
  }

  private static KeyFactory keys(boolean rsa) throws GeneralSecurityException {
    return rsa
        ? KeyFactory.getInstance("RSA")
        : KeyFactory.getInstance("EC", SignatureMethodOfCeb.SM);
  }

  /**
   * Linked into place, so that of two nodes that start at once one wins and the other reads the
   * same key.
   */
  private static void make(SignatureMethodOfCeb method, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "china-customs", ".new", ownerOnly());
    try {
      Files.writeString(
          fresh,
          pem("PRIVATE KEY", method.generator().generateKeyPair().getPrivate().getEncoded()));
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException other) {
      // another node was first
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("A signing key could not be made", absent);
    } finally {
      Files.delete(fresh);
    }
  }

  private static KeyPair read(Path file) throws IOException {
    try {
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(unpacked(Files.readString(file)));
      boolean rsa =
          info.getPrivateKeyAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
      PrivateKey key = keys(rsa).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
      return new KeyPair(keys(rsa).generatePublic(publicHalf(key)), key);
    } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException broken) {
      throw new IllegalStateException(file + " is no RSA or SM2 private key in PKCS#8", broken);
    }
  }

  private static KeySpec publicHalf(PrivateKey key) {
    if (key instanceof RSAPrivateCrtKey rsa) {
      return new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
    }
    BCECPrivateKey sm2 = (BCECPrivateKey) key;
    return new ECPublicKeySpec(
        sm2.getParameters().getG().multiply(sm2.getD()).normalize(), sm2.getParameters());
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static String pem(String what, byte[] encoded) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
  }

  private static byte[] unpacked(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
  }
}
