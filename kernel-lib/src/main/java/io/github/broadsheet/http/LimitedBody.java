package io.github.broadsheet.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A body as bytes that stops being read when it grows past a limit, or nobody wants it any more.
 */
final class LimitedBody implements BodySubscriber<byte[]> {
  /** The body was larger than it may be. */
  static final class TooLarge extends IOException {
    TooLarge() {
      super("body too large");
    }
  }

  private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
  private volatile @Nullable Subscription subscription;
  private volatile boolean stopped;
  private long left;

  LimitedBody(long limit) {
    left = limit;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return bytes.getBody();
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    bytes.onSubscribe(given);
    if (stopped) {
      given.cancel();
    }
  }

  /** Ends the reading, and with it the connection; nothing happens where all has been read. */
  void stop() {
    stopped = true;
    Subscription reading = subscription;
    if (reading != null) {
      reading.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    left -= buffers.stream().mapToLong(Buffer::remaining).sum();
    if (left >= 0) {
      bytes.onNext(buffers);
    } else {
      stop();
      bytes.onError(new TooLarge());
    }
  }

  @Override
  public void onError(Throwable error) {
    bytes.onError(error);
  }

  @Override
  public void onComplete() {
    bytes.onComplete();
  }
}
