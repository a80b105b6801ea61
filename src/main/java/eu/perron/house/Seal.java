package eu.perron.house;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Personal data lies sealed in the database: AES-256-GCM, the name of the key in front, so that
 * keys can be changed while what older ones sealed stays readable. The keys lie outside the
 * database: in {@code PERRON_SEAL_KEYS} (words separated by commas, the first one seals) or in a
 * file of the data folder.
 *
 * <p>A sealed value: four bytes of mark, four bytes naming the key, twelve of nonce, the cipher
 * text with its tag. What does not begin with the mark was never sealed and is given back as it is.
 */
@Component
public class Seal {
  private static final byte[] MARK = {0, 'P', 'S', 1};
  private static final int NAME = 4;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /**
   * One a thread, begun anew for each value: to look for one costs more than a short value does.
   */
  private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(Seal::cipher);

  private final SecureRandom random = new SecureRandom();
  private final Map<Integer, SecretKeySpec> keys = new LinkedHashMap<>();
  private final int current;
  private final List<SecretKeySpec> tokenKeys = new ArrayList<>();
  private final JsonMapper json =
      JsonMapper.builder()
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  Seal(PerronSettings settings, @Value("${perron.seal-keys:}") String given) {
    Path file = settings.dataDir().resolve("keys").resolve("seal");
    String words = given.isBlank() ? Secrets.kept(file) : given;
    for (String word : words.split(",")) {
      byte[] derived = sha256("seal|" + word.strip());
      keys.put(name(derived), new SecretKeySpec(derived, "AES"));
      tokenKeys.add(new SecretKeySpec(sha256("token|" + word.strip()), "HmacSHA256"));
    }
    this.current = keys.keySet().iterator().next();
  }

  /**
   * @return null for null
   */
  public byte[] close(byte[] plain) {
    if (plain == null) {
      return null;
    }
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      Cipher cipher = CIPHERS.get();
      cipher.init(Cipher.ENCRYPT_MODE, keys.get(current), new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(plain);
      return ByteBuffer.allocate(MARK.length + NAME + NONCE + sealed.length)
          .put(MARK)
          .putInt(current)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java cannot seal with AES-GCM", impossible);
    }
  }

  /**
   * @return null for null
   */
  public byte[] close(String plain) {
    return plain == null ? null : close(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @return null for null
   * @throws IllegalStateException if we do not have the key, or the value was changed
   */
  public byte[] open(byte[] kept) {
    if (kept == null || !isSealed(kept)) {
      return kept;
    }
    ByteBuffer buffer = ByteBuffer.wrap(kept, MARK.length, kept.length - MARK.length);
    int name = buffer.getInt();
    SecretKeySpec key = keys.get(name);
    if (key == null) {
      throw new IllegalStateException(
          "Sealed with key "
              + HexFormat.of().toHexDigits(name)
              + ", which this node does not have; add it to PERRON_SEAL_KEYS, after the first one,"
              + " or bring back keys/seal of the data folder");
    }
    byte[] nonce = new byte[NONCE];
    buffer.get(nonce);
    try {
      Cipher cipher = CIPHERS.get();
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(kept, buffer.position(), buffer.remaining());
    } catch (GeneralSecurityException changed) {
      throw new IllegalStateException("A sealed value was changed in the database", changed);
    }
  }

  /**
   * @return null for null
   */
  public String openText(byte[] kept) {
    byte[] plain = open(kept);
    return plain == null ? null : new String(plain, StandardCharsets.UTF_8);
  }

  /** A record as JSON in one sealed value: one column for a whole party or address. */
  public byte[] closeDocument(Object document) {
    try {
      return document == null ? null : close(json.writeValueAsBytes(document));
    } catch (IOException notOurs) {
      throw new UncheckedIOException(notOurs);
    }
  }

  /**
   * @return null for null
   */
  public <T> T openDocument(byte[] kept, Class<T> type) {
    byte[] plain = open(kept);
    try {
      return plain == null ? null : json.readValue(plain, type);
    } catch (IOException notOurs) {
      throw new IllegalStateException("What was sealed is no " + type.getSimpleName());
    }
  }

  /**
   * What a word is looked up by without standing anywhere: the same word, the same token. Sixteen
   * hexadecimal digits, written with the first key; look up {@link #tokens} to find older ones too.
   */
  public String token(String word) {
    return token(tokenKeys.get(0), word);
  }

  /** The word's token under each key that we have, that of today first. */
  public List<String> tokens(String word) {
    return tokenKeys.stream().map(key -> token(key, word)).toList();
  }

  private static String token(SecretKeySpec key, String word) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] whole = mac.doFinal(word.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, 8);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java has no HMAC-SHA256", impossible);
    }
  }

  public static boolean isSealed(byte[] kept) {
    return kept.length >= MARK.length + NAME + NONCE + TAG_BITS / 8
        && kept[0] == MARK[0]
        && kept[1] == MARK[1]
        && kept[2] == MARK[2]
        && kept[3] == MARK[3];
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java has no AES-GCM", impossible);
    }
  }

  private static int name(byte[] key) {
    return ByteBuffer.wrap(sha256("name|" + HexFormat.of().formatHex(key))).getInt();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java has no SHA-256", impossible);
    }
  }
}
