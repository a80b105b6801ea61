package eu.perron.archive;

/** What a number is by which something archived is found. */
public enum Role {
  /** It stands on the parcel: anybody may ask by it. */
  PRINTED,
  /** Partners and sellers call it so. */
  SPOKEN,
  /** The consignment that it is part of. */
  PART,
  /** The id of a message that was about it. */
  LINK
}
