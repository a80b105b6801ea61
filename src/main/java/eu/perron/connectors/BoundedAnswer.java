package eu.perron.connectors;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** What a partner answers to our call, unpacked, up to so many bytes: more would eat our memory. */
final class BoundedAnswer extends HttpEntityWrapper {
  /** The largest we know is a sheet of labels. */
  private static final long LARGEST = 16L * 1024 * 1024;

  BoundedAnswer(HttpEntity answer) {
    super(answer);
  }

  @Override
  public InputStream getContent() throws IOException {
    InputStream content = super.getContent();
    return content == null ? null : new Counted(content);
  }

  private static final class Counted extends FilterInputStream {
    private long read;

    Counted(InputStream answer) {
      super(answer);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      count(Math.max(got, 0));
      return got;
    }

    private void count(int bytes) throws IOException {
      read += bytes;
      if (read > LARGEST) {
        throw new IOException("The answer is larger than " + LARGEST / (1024 * 1024) + " MB");
      }
    }
  }
}
