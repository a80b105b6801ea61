package eu.perron.connectors.cainiao;

import eu.perron.delivery.Instruction;
import eu.perron.delivery.LabelBooking;
import eu.perron.exchange.Composer;
import eu.perron.exchange.OutgoingMessage;
import eu.perron.exchange.Partner;
import eu.perron.exchange.PostedLetter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Write what we ask of Cainiao: a waybill for each parcel, another attempt, the way back. */
@Configuration(proxyBeanMethods = false)
class CainiaoComposers {
  private static final String LABEL = "label";
  static final String GET_WAYBILL = "TMS_WAYBILL_GET";
  static final String REDELIVER = "TMS_REDELIVERY";
  static final String INTERCEPT = "TMS_INTERCEPT";
  private static final BigDecimal GRAMS = BigDecimal.valueOf(1000);

  record WaybillWish(String reference, String service, String station, List<Parcel> parcels) {}

  record Parcel(
      String objectId,
      int weight,
      int length,
      int width,
      int height,
      String goods,
      Recipient recipient) {}

  record Recipient(
      String name, String mobile, String province, String city, String detail, String zip) {}

  record Wish(String reference, String requestedAt, List<String> waybillCodes) {}

  @Bean
  Composer cainiaoLabelComposer(CainiaoSettings settings) {
    return new CainiaoComposer(
        LABEL,
        settings,
        GET_WAYBILL,
        letter -> letter.as(LabelBooking.class).key(),
        letter -> wish(letter.as(LabelBooking.class)));
  }

  @Bean
  Composer cainiaoNewAttemptComposer(CainiaoSettings settings) {
    return instruction("new-attempt", REDELIVER, settings);
  }

  @Bean
  Composer cainiaoRecallComposer(CainiaoSettings settings) {
    return instruction("recall", INTERCEPT, settings);
  }

  private static Composer instruction(String operation, String type, CainiaoSettings settings) {
    return new CainiaoComposer(
        operation,
        settings,
        type,
        letter -> letter.as(Instruction.class).key(),
        letter -> {
          Instruction instruction = letter.as(Instruction.class);
          return new Wish(
              instruction.key(), instruction.askedAt().toString(), instruction.barcodes());
        });
  }

  private static WaybillWish wish(LabelBooking booking) {
    LabelBooking.Consignee to = booking.consignee();
    return new WaybillWish(
        booking.key(),
        booking.service().name(),
        booking.pickupPoint(),
        booking.pieces().stream()
            .map(
                piece ->
                    new Parcel(
                        piece.number(),
                        piece
                            .grossWeightKg()
                            .multiply(GRAMS)
                            .setScale(0, RoundingMode.UP)
                            .intValueExact(),
                        piece.lengthCm(),
                        piece.widthCm(),
                        piece.heightCm(),
                        booking.goods(),
                        new Recipient(
                            to.name(), to.phone(), "", to.city(), to.street(), to.postcode())))
            .toList());
  }

  private record CainiaoComposer(
      String operation,
      CainiaoSettings settings,
      String type,
      Function<PostedLetter, String> key,
      Function<PostedLetter, Object> content)
      implements Composer {
    @Override
    public Partner partner() {
      return Partner.CAINIAO;
    }

    /** As with every carrier, labels are wanted when the van is loaded. */
    @Override
    public boolean isUrgent() {
      return !operation.equals(LABEL);
    }

    @Override
    public OutgoingMessage compose(List<PostedLetter> letters) {
      PostedLetter letter = letters.get(0);
      return new OutgoingMessage(
          partner(),
          operation,
          key.apply(letter),
          Link.FORM,
          Link.close(settings.provider(), settings.secret(), type, content.apply(letter)));
    }
  }
}
