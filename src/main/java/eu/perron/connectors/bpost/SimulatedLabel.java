package eu.perron.connectors.bpost;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.Barcode128;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Prints A6 labels that a scanner could read: a page for each parcel. */
final class SimulatedLabel {
  private static final Font SMALL = new Font(Font.HELVETICA, 8);
  private static final Font LARGE = new Font(Font.HELVETICA, 13, Font.BOLD);
  private static final float MARGIN = 18;

  /** What stands on one page. */
  record Page(
      String barcode, String product, String reference, List<String> address, String goods) {}

  private SimulatedLabel() {}

  static byte[] pdf(List<Page> pages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Document label = new Document(PageSize.A6, MARGIN, MARGIN, MARGIN, MARGIN)) {
      PdfWriter writer = PdfWriter.getInstance(label, bytes);
      label.open();
      for (Page page : pages) {
        label.newPage();
        print(label, writer, page);
      }
    } catch (DocumentException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void print(Document label, PdfWriter writer, Page page) throws DocumentException {
    label.add(new Paragraph("SIMULATED: " + page.product(), SMALL));
    for (String line : page.address()) {
      label.add(new Paragraph(line, LARGE));
    }
    Paragraph goods = new Paragraph(page.goods(), SMALL);
    goods.setSpacingBefore(8);
    label.add(goods);
    Paragraph reference = new Paragraph(page.reference(), SMALL);
    reference.setSpacingAfter(12);
    label.add(reference);
    Barcode128 code = new Barcode128();
    code.setCode(page.barcode());
    code.setFont(SMALL.getCalculatedBaseFont(false));
    code.setX(0.95f);
    code.setBarHeight(60);
    label.add(code.createImageWithBarcode(writer.getDirectContent(), null, null));
  }
}
