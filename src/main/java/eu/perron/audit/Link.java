package eu.perron.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * An entry at its place in the chain.
 *
 * @param previous hash of the entry before it
 * @param hash of the previous hash, the number, the entry's bytes and its mark
 */
record Link(long number, Written entry, byte[] mac, byte[] previous, byte[] hash) {
  static final int HASH = 32;
  private static final byte[] START = new byte[HASH];

  /** What the first entry follows. */
  static byte[] start() {
    return START.clone();
  }

  static Link after(byte[] previous, long number, Written entry, byte[] mac) {
    return new Link(number, entry, mac, previous, hash(previous, number, entry, mac));
  }

  boolean follows(byte[] hashBefore) {
    return Arrays.equals(previous, hashBefore);
  }

  boolean isAsHashed() {
    return Arrays.equals(hash, hash(previous, number, entry, mac));
  }

  /** Whether it would be right, were it hashed behind that one. */
  boolean wouldFollow(byte[] hashBefore) {
    return Arrays.equals(hash, hash(hashBefore, number, entry, mac));
  }

  /** Whether it was sealed as that number. */
  boolean wasNumber(long other) {
    return Arrays.equals(hash, hash(previous, other, entry, mac));
  }

  byte[] hashed() {
    return hash(previous, number, entry, mac);
  }

  private static byte[] hash(byte[] previous, long number, Written entry, byte[] mac) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(previous);
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
      sha.update(entry.bytes());
      return sha.digest(mac);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("This Java has no SHA-256", impossible);
    }
  }
}
