package eu.perron.imports;

import eu.perron.audit.Act;
import eu.perron.audit.Audit;
import eu.perron.audit.Entry;
import eu.perron.house.Seal;
import eu.perron.imports.UnacceptableDocument.Code;
import eu.perron.trade.Ids;
import eu.perron.trade.Milestone;
import eu.perron.trade.MilestoneCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents for customs: taken, kept sealed, lodged once. */
@Component
@Transactional
public class CustomsDocuments {
  public static final int LARGEST = 5 * 1024 * 1024;

  /** All of an order travel in one message. */
  public static final int LARGEST_TOGETHER = 8 * 1024 * 1024;

  public static final int MOST = 10;
  private static final int LONGEST_NAME = 120;
  private static final String SELECT =
      "SELECT id, order_number, kind, name, content_type, size, sha256, uploaded_by, uploaded_at,"
          + " lodged_at FROM import_document WHERE ";

  private final JdbcClient jdbc;
  private final Seal seal;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CustomsDocuments(
      JdbcClient jdbc, Seal seal, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps a document. The same content for the same order is kept once.
   *
   * @param name of the file; only its last part is kept
   * @param by the clerk, or the seller
   * @throws UnacceptableDocument if it is too large or of no kind that customs opens
   */
  public CustomsDocument take(
      String orderNumber, DocumentKind kind, String name, byte[] content, String by) {
    String type = checked(content);
    String sha256 = sha256(content);
    List<CustomsDocument> former = lockedOf(orderNumber);
    Optional<CustomsDocument> same =
        former.stream().filter(one -> one.sha256().equals(sha256)).findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    if (former.size() >= MOST) {
      throw new UnacceptableDocument(
          Code.TOO_MANY,
          "Order %s has %d documents already, and more are not taken; join some in one file."
              .formatted(orderNumber, MOST));
    }
    long together = former.stream().mapToLong(CustomsDocument::size).sum() + content.length;
    if (together > LARGEST_TOGETHER) {
      throw new UnacceptableDocument(
          Code.TOO_LARGE,
          "With it the documents of order %s have %,d bytes together; %,d is the most. Make it smaller."
              .formatted(orderNumber, together, LARGEST_TOGETHER));
    }
    String id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO import_document (id, order_number, kind, name, content_type, size, sha256, body, uploaded_by,
              uploaded_at)
            VALUES (:id, :order, :kind, :name, :type, :size, :sha256, :body, :by, :now)\
            """)
        .param("id", id)
        .param("order", orderNumber)
        .param("kind", kind.name())
        .param("name", seal.close(tidy(name, type)))
        .param("type", type)
        .param("size", content.length)
        .param("sha256", sha256)
        .param("body", seal.close(content))
        .param("by", by.length() > 60 ? by.substring(0, 60) : by)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record(
        Entry.of(Act.DOCUMENT_TAKEN)
            .by(by)
            .about(orderNumber)
            .on(id)
            .after(Map.of("kind", kind.name(), "size", content.length, "sha256", sha256)));
    events.publishEvent(
        Milestone.of(orderNumber, MilestoneCode.INSPECTION, clock.instant(), "imports")
            .noting("Document taken: " + kind.name().toLowerCase(java.util.Locale.ROOT)));
    return find(orderNumber, id).orElseThrow();
  }

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<CustomsDocument> of(String orderNumber) {
    return jdbc.sql(SELECT + "order_number = :order ORDER BY uploaded_at, id")
        .param("order", orderNumber)
        .query(this::read)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<CustomsDocument> find(String orderNumber, String id) {
    return jdbc.sql(SELECT + "order_number = :order AND id = :id")
        .param("order", orderNumber)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /**
   * @throws java.util.NoSuchElementException if there is no such document (any more)
   */
  @Transactional(readOnly = true)
  public byte[] content(String id) {
    return seal.open(
        jdbc.sql("SELECT body FROM import_document WHERE id = :id")
            .param("id", id)
            .query((row, n) -> row.getBytes("body"))
            .optional()
            .orElseThrow(() -> new java.util.NoSuchElementException("There is no document " + id)));
  }

  /** The seller has no more to add: whoever waits for documents may go on. */
  public void complete(String orderNumber, String sellerId) {
    events.publishEvent(new DocumentsComplete(orderNumber, sellerId));
  }

  @Transactional(readOnly = true)
  public List<CustomsDocument> notLodged(String orderNumber) {
    return of(orderNumber).stream().filter(one -> one.lodgedAt() == null).toList();
  }

  void lodged(List<CustomsDocument> documents, String message) {
    for (CustomsDocument document : documents) {
      jdbc.sql("UPDATE import_document SET lodged_as = :message, lodged_at = :now WHERE id = :id")
          .param("message", message)
          .param("now", Timestamp.from(clock.instant()))
          .param("id", document.id())
          .update();
    }
  }

  private List<CustomsDocument> lockedOf(String orderNumber) {
    return jdbc.sql(SELECT + "order_number = :order FOR UPDATE")
        .param("order", orderNumber)
        .query(this::read)
        .list();
  }

  private CustomsDocument read(ResultSet row, int number) throws SQLException {
    Timestamp lodged = row.getTimestamp("lodged_at");
    return new CustomsDocument(
        row.getString("id"),
        row.getString("order_number"),
        DocumentKind.valueOf(row.getString("kind")),
        seal.openText(row.getBytes("name")),
        row.getString("content_type"),
        row.getInt("size"),
        row.getString("sha256"),
        row.getString("uploaded_by"),
        row.getTimestamp("uploaded_at").toInstant(),
        lodged == null ? null : lodged.toInstant());
  }

  private static String checked(byte[] content) {
    if (content.length == 0) {
      throw new UnacceptableDocument(Code.EMPTY, "The file is empty; choose another.");
    }
    if (content.length > LARGEST) {
      throw new UnacceptableDocument(
          Code.TOO_LARGE,
          "The file has %,d bytes; %,d is the most. Make it smaller."
              .formatted(content.length, LARGEST));
    }
    if (begins(content, '%', 'P', 'D', 'F', '-')) {
      return "application/pdf";
    }
    if (begins(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return "image/png";
    }
    if (begins(content, 0xFF, 0xD8, 0xFF)) {
      return "image/jpeg";
    }
    throw new UnacceptableDocument(
        Code.WRONG_TYPE, "By its first bytes the file is no PDF, PNG or JPEG; send one of these.");
  }

  private static boolean begins(byte[] content, int... with) {
    if (content.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((content[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** Browsers and sellers send paths, quotes and worse. */
  private static String tidy(String name, String type) {
    String last =
        name == null
            ? ""
            : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String tidy =
        last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\"<>|:*?]", " ").replaceAll("\\s+", " ").strip();
    if (tidy.isEmpty()) {
      return "document." + type.substring(type.indexOf('/') + 1);
    }
    return tidy.length() <= LONGEST_NAME ? tidy : tidy.substring(tidy.length() - LONGEST_NAME);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
