package eu.perron.connectors.china;

import java.io.File;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.stereotype.Component;

/**
 * Which files of the folder are receipts of retail import. They lie among those of the export,
 * whose filter leaves them alone.
 */
@Component("chinaCustomsImportFiles")
class ReceivedImportFiles implements GenericFileFilter<File> {
  private static final Pattern AGREED =
      Pattern.compile("CEB(312|412|512|622)_[A-Za-z0-9-]{1,64}\\.xml");

  static boolean isAgreed(String name) {
    return AGREED.matcher(name).matches();
  }

  @Override
  public boolean accept(GenericFile<File> file) {
    return isAgreed(file.getFileNameOnly()) && file.getFileLength() > 0;
  }
}
