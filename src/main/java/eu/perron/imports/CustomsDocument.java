package eu.perron.imports;

import java.time.Instant;

/**
 * A document for customs, without its content.
 *
 * @param name of the file, as its uploader called it
 * @param size bytes
 * @param sha256 of the content, hexadecimal
 * @param lodgedAt null: customs has not got it from us
 */
public record CustomsDocument(
    String id,
    String orderNumber,
    DocumentKind kind,
    String name,
    String contentType,
    int size,
    String sha256,
    String uploadedBy,
    Instant uploadedAt,
    Instant lodgedAt) {}
