package eu.perron.tracking;

import eu.perron.archive.Keepsake;
import eu.perron.archive.Kind;
import org.springframework.stereotype.Component;

/** The order as the API shows it, kept for the archive. */
@Component
class ViewForArchive implements Keepsake {
  private final OrderViews views;

  ViewForArchive(OrderViews views) {
    this.views = views;
  }

  @Override
  public Kind kind() {
    return Kind.ORDER;
  }

  @Override
  public String name() {
    return ArchivedViews.VIEW;
  }

  @Override
  public Object of(String number) {
    return views.find(number).orElseThrow();
  }
}
