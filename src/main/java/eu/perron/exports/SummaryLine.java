package eu.perron.exports;

import eu.perron.house.Confided;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A released list that must stand in a summary.
 *
 * @param month of its release, in China
 * @param summaryNo the application it stands in; null: in none yet
 */
@Table("export_summary_line")
record SummaryLine(
    @Id String invtNo,
    String orderNumber,
    String ownerCode,
    @Column("owner_name") Confided owner,
    String month,
    String summaryNo) {}
