package eu.perron.connectors;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A partner's answer that ends before it fills our memory, however much the partner says. */
final class ShortAnswer extends HttpEntityWrapper {
  private static final long LONGEST = 16L * 1024 * 1024;

  ShortAnswer(HttpEntity answer) {
    super(answer);
  }

  @Override
  public InputStream getContent() throws IOException {
    return new Counted(super.getContent());
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (InputStream content = getContent()) {
      content.transferTo(out);
    }
  }

  private static final class Counted extends FilterInputStream {
    private long left = LONGEST;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int many = super.read(into, from, most);
      count(Math.max(0, many));
      return many;
    }

    private void count(int many) throws IOException {
      left -= many;
      if (left < 0) {
        throw new IOException("the answer is longer than " + LONGEST / (1024 * 1024) + " MB");
      }
    }
  }
}
