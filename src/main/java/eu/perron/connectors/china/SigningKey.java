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
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The key we sign export messages with: made at the first start, kept under the data directory. Its
 * public half lies in the partner's folder, to be handed to the office that registers us.
 */
@Component("chinaCustomsSigningKey")
class SigningKey {
  private static final int BITS = 2048;
  private final KeyPair pair;

  @Autowired
  SigningKey(PerronSettings settings) {
    this(settings.dataDir().resolve("keys").resolve("china-customs.pem"), registered(settings));
  }

  SigningKey(Path privateHalf, Path publicHalf) {
    try {
      if (Files.notExists(privateHalf)) {
        make(privateHalf);
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

  static PublicKey readPublic(Path file) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(unpacked(Files.readString(file))));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(file + " is no RSA public key", broken);
    }
  }

  /**
   * Linked into place, so that of two nodes that start at once one wins and the other reads the
   * same key.
   */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "china-customs", ".new", ownerOnly());
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      Files.writeString(
          fresh, pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded()));
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException other) {
      // another node was first
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("Every JDK makes RSA keys", absent);
    } finally {
      Files.delete(fresh);
    }
  }

  private static KeyPair read(Path file) throws IOException {
    try {
      KeyFactory keys = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey key =
          (RSAPrivateCrtKey)
              keys.generatePrivate(new PKCS8EncodedKeySpec(unpacked(Files.readString(file))));
      return new KeyPair(
          keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())),
          key);
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      throw new IllegalStateException(file + " is no RSA private key in PKCS#8", broken);
    }
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
