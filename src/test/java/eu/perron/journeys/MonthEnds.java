package eu.perron.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import eu.perron.AnOrder;
import eu.perron.Visitor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What China customs aggregate monthly, applied for once the month is over. */
abstract class MonthEnds extends Journey {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String SUZHOU = "91320505MA2XQ7R812";
  private static final String BEIJING = "91110000600037341L";

  @Test
  void aMonthIsDeclaredAsOneSummaryForEachConsignor() {
    nextMonth();
    String month = thisMonth();
    released("Suzhou Jasmine Lane Goods Co.", SUZHOU);
    released("Suzhou Jasmine Lane Goods Co.", SUZHOU);
    released("Beijing Lantern Works, lot CEB702", BEIJING);

    nextMonth();

    asks(month, "SettleSummaries");
    assertThat(
            new Visitor(this::url)
                .loggedInAs("clerk")
                .read("/desk/tasks/" + task(month, "SettleSummaries").orElseThrow()))
        .as("what the clerk sees")
        .contains("Beijing Lantern Works", "退单", "Suzhou Jasmine Lane");
    decides(month, at("SettleSummaries", "decision", "SEND_AGAIN"));
    passes(month, "month-end:MonthDeclared");
    assertThat(
            jdbc.sql(
                    "SELECT CONCAT(s.owner_code, ' ', s.revision, ' ', COUNT(l.invt_no), ' ',"
                        + " s.entry_id IS NOT NULL) FROM export_summary s LEFT JOIN"
                        + " export_summary_line l ON l.summary_no = s.cop_no WHERE s.month = :month"
                        + " GROUP BY s.cop_no ORDER BY s.owner_code, s.revision")
                .param("month", month)
                .query(String.class)
                .list())
        .containsExactly(BEIJING + " 1 0 0", BEIJING + " 2 1 1", SUZHOU + " 1 2 1");
  }

  @Test
  void aSummaryThatIsSettledElsewhereIsNotSentAgain() {
    nextMonth();
    String month = thisMonth();
    released("Beijing Lantern Works, lot CEB702", BEIJING);

    nextMonth();

    decides(month, at("SettleSummaries", "decision", "SETTLED"));
    passes(month, "month-end:SettledElsewhere");
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM export_summary WHERE month = :month")
                .param("month", month)
                .query(Integer.class)
                .single())
        .isOne();
  }

  private void released(String consignor, String registration) {
    String order =
        placed(
            AnOrder.anOrder()
                .with("/saleKind", "B2B")
                .with("/consignor/name", consignor)
                .with("/consignor/registration", registration));
    passes(order, "export-cn:Exported");
  }

  private String thisMonth() {
    return YearMonth.from(today()).toString();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CHINA);
  }

  /** To the second day of it, so that no test begins in one month and ends in another. */
  private void nextMonth() {
    LocalDate second = YearMonth.from(today()).plusMonths(1).atDay(2);
    clock.pass(
        Duration.between(clock.instant(), second.atStartOfDay(CHINA).plusHours(1).toInstant()));
  }
}
