package eu.perron.retailimports;

import eu.perron.exchange.ArrivalHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One ear for each paper that customs answers. */
@Configuration(proxyBeanMethods = false)
class RetailEars {
  @Bean
  ArrivalHandler<Receipt> retailOrderReceipts(RetailReceipts receipts) {
    return new RetailReceipts.Ear(PaperKind.ORDER, receipts);
  }

  @Bean
  ArrivalHandler<Receipt> retailPaymentReceipts(RetailReceipts receipts) {
    return new RetailReceipts.Ear(PaperKind.PAYMENT, receipts);
  }

  @Bean
  ArrivalHandler<Receipt> retailWaybillReceipts(RetailReceipts receipts) {
    return new RetailReceipts.Ear(PaperKind.WAYBILL, receipts);
  }

  @Bean
  ArrivalHandler<Receipt> retailListReceipts(RetailReceipts receipts) {
    return new RetailReceipts.Ear(PaperKind.LIST, receipts);
  }
}
