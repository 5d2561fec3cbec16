package io.github.broadsheet.magic;

import io.github.broadsheet.display.Progress;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** What Maven fetches, on a bar. */
final class Transfers extends AbstractTransferListener {
  private final Progress bar;
  private final AtomicLong files = new AtomicLong();
  private volatile boolean cancelled;

  Transfers(Progress bar) {
    this.bar = bar;
  }

  @Override
  public void transferStarted(TransferEvent event) throws TransferCancelledException {
    check();
    bar.step(files.get(), name(event));
  }

  @Override
  public void transferProgressed(TransferEvent event) throws TransferCancelledException {
    check();
  }

  /** Maven would only warn. A server that gives no checksum is let pass. */
  @Override
  public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
    if (event.getException() instanceof ChecksumFailureException failure
        && !failure.getExpected().isEmpty()) {
      throw new TransferCancelledException(
          name(event) + " arrived damaged: its checksum is not the one the server tells");
    }
  }

  @Override
  public void transferSucceeded(TransferEvent event) {
    if (name(event).endsWith(".jar")) {
      bar.step(files.incrementAndGet(), name(event));
    }
  }

  /** Ends all transfers: nobody waits for them any more. */
  void cancel() {
    cancelled = true;
  }

  private void check() throws TransferCancelledException {
    if (cancelled) {
      throw new TransferCancelledException("the cell was stopped");
    }
  }

  private static String name(TransferEvent event) {
    String path = event.getResource().getResourceName();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
