package eu.perron.exports;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface SummaryLines extends Repository<SummaryLine, String> {
  boolean existsByInvtNo(String invtNo);

  @Query(
      "SELECT EXISTS (SELECT 1 FROM export_summary_line WHERE summary_no IS NULL AND month <="
          + " :month)")
  boolean waitFor(String month);

  @Query(
      "SELECT * FROM export_summary_line WHERE summary_no IS NULL AND month <= :month ORDER BY"
          + " owner_code, invt_no FOR UPDATE")
  List<SummaryLine> lockOpen(String month);

  @Query("SELECT invt_no FROM export_summary_line WHERE summary_no = :summaryNo ORDER BY invt_no")
  List<String> numbersIn(String summaryNo);

  @Modifying
  @Query("UPDATE export_summary_line SET summary_no = :summaryNo WHERE invt_no IN (:numbers)")
  void putInto(String summaryNo, List<String> numbers);

  @Modifying
  @Query("UPDATE export_summary_line SET summary_no = :to WHERE summary_no = :from")
  void move(String from, String to);

  @Modifying
  @Query("DELETE FROM export_summary_line WHERE invt_no = :invtNo AND summary_no IS NULL")
  void takeOut(String invtNo);
}
