package eu.perron.exports;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface MonthSummaries extends Repository<MonthSummary, String> {
  Optional<MonthSummary> findByCopNo(String copNo);

  Optional<MonthSummary> findBySumNo(String sumNo);

  /** All that count of a month together: whether it is the last is asked under one lock. */
  @Query(
      "SELECT * FROM export_summary WHERE month = :month AND superseded = FALSE ORDER BY number FOR"
          + " UPDATE")
  List<MonthSummary> lockCurrent(String month);

  List<MonthSummary> findByMonthAndSupersededFalseOrderByNumber(String month);

  int countByMonth(String month);
}
