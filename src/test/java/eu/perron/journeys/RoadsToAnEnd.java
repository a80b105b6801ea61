package eu.perron.journeys;

import eu.perron.AnOrder;
import java.util.List;

/** From China to the doors of Europe. */
abstract class RoadsToAnEnd extends Roads {
  private static Road road(String lots, String passes, String status, Decision... decisions) {
    return road(lots, anOrder(lots), passes, status, decisions);
  }

  private final List<Road> roads =
      List.of(
          road("", "last-mile:Delivered", "DELIVERED"),
          road(
              "an air gun",
              described("airsoft gun of plastic"),
              "fulfilment:RecordRefusal",
              "REFUSED"),
          road(
              "a vague description",
              described("gift"),
              "fulfilment:WhoReviews",
              "DELIVERED",
              at(
                  "ReviewOrder",
                  "decision",
                  "CORRECTED",
                  "description",
                  "jigsaw puzzle of cardboard, 500 pieces")),
          road(
              "a description held",
              described("gift"),
              "fulfilment:ReviewOrder",
              "REFUSED",
              at("ReviewOrder", "decision", "REFUSED", "note", "The seller does not answer")),
          road(
              "lot CEB100",
              "export-cn:CorrectExportList",
              "DELIVERED",
              at(
                  "CorrectExportList",
                  "decision",
                  "SEND_AGAIN",
                  "description",
                  "jigsaw puzzle of cardboard, lanterns")),
          road(
              "lot CEB100",
              "export-cn:ExportRefused",
              "REFUSED",
              at("CorrectExportList", "decision", "GIVE_UP")),
          road(
              "lot CEB304",
              "export-cn:MendDocuments",
              "DELIVERED",
              at(
                  "MendDocuments",
                  "decision",
                  "SEND_AGAIN",
                  "description",
                  "jigsaw puzzle of cardboard, castles")),
          road(
              "lot CEB506",
              "export-cn:ExportRefused",
              "REFUSED",
              at("MendDocuments", "decision", "GIVE_UP")),
          road(
              "a parcel lighter than its goods",
              AnOrder.anOrder().with("/parcels/0/grossWeightKg", "0.010"),
              "export-cn:MendDocuments",
              "DELIVERED",
              at("MendDocuments", "decision", "SEND_AGAIN", "grossWeightKg", "0.950")),
          road("lot CEB500", "export-cn:Exported", "DELIVERED"),
          road(
              "lot CEB501",
              "export-cn:HandleDetention",
              "DELIVERED",
              at("HandleDetention", "decision", "RELEASED")),
          road(
              "lot CEB501",
              "export-cn:ExportRefused",
              "REFUSED",
              at("HandleDetention", "decision", "GIVE_UP")),
          road(
              "lot ENSDNL",
              "air-freight:RecordNotLoaded",
              "REFUSED",
              at("HandleDoNotLoad", "decision", "RETURN_TO_SELLER")),
          road(
              "lot ENSRFI",
              "air-freight:SendSecurityAnswer",
              "DELIVERED",
              at("AnswerSecurity", "answer", "A puzzle of printed cardboard, for children")),
          road(
              "lot AIRMSCA",
              "air-freight:PresentFound",
              "DELIVERED",
              at("TraceParcel", "decision", "FOUND")),
          road(
              "lot AIRMSCA",
              "air-freight:RecordLoss",
              "LOST",
              at("TraceParcel", "decision", "LOST")),
          road(
              "lot BE416",
              "import-be:DeclareAgain",
              "DELIVERED",
              at(
                  "CorrectDeclaration",
                  "decision",
                  "SEND_AGAIN",
                  "description",
                  "jigsaw puzzle of cardboard")),
          road(
              "lot BE416",
              "import-be:ImportRefused",
              "RETURNED",
              at("CorrectDeclaration", "decision", "GIVE_UP"),
              BACK_TO_THE_SELLER),
          road(
              "lot BE906",
              "return:DestroyedAtHub",
              "DESTROYED",
              at("CorrectDeclaration", "decision", "GIVE_UP"),
              at("DecideReturn", "decision", "DESTROY")),
          road(
              "lot BEDOC",
              "import-be:LodgeDocuments",
              "DELIVERED",
              at(
                  "SendDocuments",
                  "documentReference",
                  "INV-17.pdf",
                  "note",
                  "Invoice and proof of payment")),
          road(
              "lot BEINSP",
              "import-be:WaitForInspectionResult",
              "DELIVERED",
              at("AttendInspection", "place", "Door 4")),
          road(
              "lot BESEIZE",
              "import-be:Seized",
              "SEIZED",
              at("AttendInspection", "place", "Door 4")),
          road(
              "lot BE451",
              "import-be:ImportRefused",
              "RETURNED",
              at("HandleNotReleased", "decision", "SEND_BACK"),
              BACK_TO_THE_SELLER),
          road(
              "lot BE451",
              "import-be:DestroyedByCustoms",
              "DESTROYED",
              at("HandleNotReleased", "decision", "DESTROYED")),
          road(
              "lot BE451",
              "import-be:Seized",
              "SEIZED",
              at("HandleNotReleased", "decision", "SEIZED")),
          road(
              "lot BE451",
              "import-be:RecordNotReleased",
              "DELIVERED",
              at("HandleNotReleased", "decision", "RELEASED_ON_PAPER")),
          road(
              "lot BPADDR",
              "last-mile:BookAgain",
              "DELIVERED",
              at("CorrectAddress", "decision", "BOOK_AGAIN", "street", "Veldstraat 14")),
          road(
              "lot BPADDR",
              "last-mile:GoesBack",
              "RETURNED",
              at("CorrectAddress", "decision", "SEND_BACK"),
              BACK_TO_THE_SELLER),
          road(
              "lot BPABSENT",
              "last-mile:AskNewAttempt",
              "DELIVERED",
              at("ArrangeDelivery", "decision", "NEW_ATTEMPT")),
          road(
              "lot BPABSENT",
              "last-mile:GoesBack",
              "RETURNED",
              at("ArrangeDelivery", "decision", "SEND_BACK"),
              BACK_TO_THE_SELLER),
          road("lot BPREFUSE", "return:ReturnedToSeller", "RETURNED", BACK_TO_THE_SELLER),
          road(
              "lot BPREFUSE",
              "return:DestroyedAtHub",
              "DESTROYED",
              at("DecideReturn", "decision", "DESTROY")),
          road("lot BPLOST", "last-mile:LostByCarrier", "LOST"),
          road("lot BPPICKUP", "last-mile:Delivered", "DELIVERED"));

  private static AnOrder described(String goods) {
    return AnOrder.anOrder().with("/lines/0/description", goods);
  }

  @Override
  List<Road> roads() {
    return roads;
  }
}
