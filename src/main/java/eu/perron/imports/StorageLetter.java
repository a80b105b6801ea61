package eu.perron.imports;

import java.time.Instant;
import java.util.List;

/**
 * Goods are presented and lie in temporary storage (UCC Art. 139 and 145).
 *
 * @param awb number of the master air waybill
 * @param declarant EORI number of who presents them and holds the storage [13 05]
 * @param customsOffice of presentation [17 09]
 * @param locationOfGoods [16 15]
 */
public record StorageLetter(
    String lrn,
    String awb,
    Instant presentedAt,
    String declarant,
    String customsOffice,
    String locationOfGoods,
    List<StoredHouse> houses) {}
