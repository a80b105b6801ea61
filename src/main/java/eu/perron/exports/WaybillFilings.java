package eu.perron.exports;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface WaybillFilings extends Repository<WaybillFiling, String> {
  @Query("SELECT * FROM export_waybill_list WHERE cop_no = :copNo FOR UPDATE")
  Optional<WaybillFiling> lock(String copNo);

  Optional<WaybillFiling> findFirstByConsignmentNumberAndMessageOrderByRevisionDesc(
      String consignmentNumber, FlightNotice message);
}
