package eu.perron.orders;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The line that stays of an order when it leaves for the archive: nothing personal.
 *
 * @param contentHash null once its persons are erased: then nobody can say whether an order under
 *     this reference is the same again
 * @param erasedAt null while the archive keeps all of it
 */
public record ArchivedOrder(
    String number,
    String sellerId,
    String reference,
    String contentHash,
    Stage stage,
    Status status,
    String currency,
    BigDecimal goodsValue,
    Instant endedAt,
    Instant archivedAt,
    Instant erasedAt) {}
