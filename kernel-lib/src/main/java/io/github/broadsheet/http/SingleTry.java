package io.github.broadsheet.http;

import com.github.mizosoft.methanol.Methanol.Interceptor;
import com.github.mizosoft.methanol.MutableRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets Java ask once. By itself it repeats a question at once when the connection is cut before the
 * answer, which nobody is told, and which arXiv takes for two questions out of turn. Whether to ask
 * again, and when, is the client's to say.
 */
final class SingleTry implements Interceptor {
  @Override
  public <T> HttpResponse<T> intercept(HttpRequest request, Chain<T> chain)
      throws IOException, InterruptedException {
    return chain.forward(once(request));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> interceptAsync(
      HttpRequest request, Chain<T> chain) {
    return chain.forwardAsync(once(request));
  }

  private static HttpRequest once(HttpRequest request) {
    return request.method().equals("GET")
        ? MutableRequest.copyOf(request).method("GET", new Empty())
        : request;
  }

  /**
   * No body, whose length Java asks for before it sends anything: the second time it is told no.
   */
  private static final class Empty implements BodyPublisher {
    private final AtomicBoolean sent = new AtomicBoolean();

    @Override
    public long contentLength() {
      if (sent.getAndSet(true)) {
        throw new UncheckedIOException(new IOException("connection cut before the answer"));
      }
      return 0;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
      BodyPublishers.noBody().subscribe(subscriber);
    }
  }
}
