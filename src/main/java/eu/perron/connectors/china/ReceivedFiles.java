package eu.perron.connectors.china;

import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.stereotype.Component;

/**
 * Which files of the folder are taken: those whose names we agreed on at once, unless they are
 * still empty. Others may be half written; after a while they are nobody's any more, and a person
 * must see them.
 */
@Component("chinaCustomsFiles")
class ReceivedFiles implements GenericFileFilter<File> {
  private static final Pattern AGREED =
      Pattern.compile("CEB(304|404|506|510|604|608|702|792|900)_[A-Za-z0-9-]{1,64}\\.xml");
  private static final Duration NOBODY_WRITES_THAT_LONG = Duration.ofMinutes(10);
  private final Clock clock;

  ReceivedFiles(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean accept(GenericFile<File> file) {
    boolean agreed = AGREED.matcher(file.getFileNameOnly()).matches();
    return agreed && file.getFileLength() > 0
        || !ReceivedImportFiles.isAgreed(file.getFileNameOnly())
            && clock.millis() - file.getLastModified() > NOBODY_WRITES_THAT_LONG.toMillis();
  }
}
