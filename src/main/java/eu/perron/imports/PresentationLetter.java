package eu.perron.imports;

import java.time.Instant;

/**
 * The goods of a declaration that was lodged in advance are there (UCC Art. 139 and 171).
 *
 * @param declarant EORI number of who presents them [13 05]
 * @param locationOfGoods [16 15]
 */
public record PresentationLetter(
    String lrn, String mrn, Instant presentedAt, String declarant, String locationOfGoods) {}
