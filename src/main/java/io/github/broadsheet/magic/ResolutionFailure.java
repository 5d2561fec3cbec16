package io.github.broadsheet.magic;

import io.github.broadsheet.engine.CommandException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.eclipse.aether.util.artifact.SubArtifact;
import org.jspecify.annotations.Nullable;

/** Why Maven could not fetch what was asked for, and what to do. */
final class ResolutionFailure {
  private final List<RemoteRepository> asked;
  private final RepositorySystemSession session;
  private final boolean offlineWished;

  ResolutionFailure(
      List<RemoteRepository> asked, RepositorySystemSession session, boolean offlineWished) {
    this.asked = asked;
    this.session = session;
    this.offlineWished = offlineWished;
  }

  CommandException of(DependencyResolutionException failure) {
    List<Throwable> causes = causes(failure);
    Artifact artifact = artifact(causes);
    String what = artifact == null ? "a dependency" : coordinate(artifact);
    String message;
    if (causes.stream().anyMatch(RepositoryOfflineException.class::isInstance)) {
      message =
          what
              + " is not in the local repository "
              + local()
              + ", and no other is asked: "
              + (offlineWished
                  ? "BROADSHEET_OFFLINE=1 is set. Unset it"
                  : "settings.xml says <offline>. Change that")
              + " to fetch it once; after that it is there without network.";
    } else if (artifact != null && causes.stream().allMatch(c -> !isTransfer(c) || isNotFound(c))) {
      message =
          what
              + " was not found. Asked: "
              + repositories()
              + ". Check group, artifact and version, for example at https://central.sonatype.com,"
              + " or name its repository: %mavenRepo ID URL";
    } else {
      Throwable last = causes.get(causes.size() - 1);
      message =
          what
              + " could not be fetched: "
              + reason(last)
              + ". Asked: "
              + repositories()
              + ". Check the network and ~/.m2/settings.xml (mirror, proxy, server), then run the"
              + " cell again.";
    }
    return new CommandException("UnresolvedDependency", message, failure);
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = failure; t != null && !causes.contains(t); t = t.getCause()) {
      causes.add(t);
    }
    return causes;
  }

  private static boolean isTransfer(Throwable cause) {
    return cause instanceof ArtifactTransferException;
  }

  private static boolean isNotFound(Throwable cause) {
    return cause instanceof ArtifactNotFoundException;
  }

  private static @Nullable Artifact artifact(List<Throwable> causes) {
    return causes.stream()
        .filter(ArtifactTransferException.class::isInstance)
        .map(cause -> ((ArtifactTransferException) cause).getArtifact())
        .findFirst()
        .orElse(null);
  }

  private static String coordinate(Artifact a) {
    boolean pom = a.getExtension().equals("pom");
    return MavenResolver.coordinate(pom ? new SubArtifact(a, a.getClassifier(), "jar") : a)
        .toString();
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage() == null ? "" : ": " + Repository.shown(cause.getMessage());
    return cause.getClass().getSimpleName() + message;
  }

  private String repositories() {
    return asked.stream()
            .map(each -> each.getId() + " (" + Repository.shown(each.getUrl()) + ")")
            .collect(Collectors.joining(", "))
        + " and the local repository "
        + local();
  }

  private String local() {
    return session.getLocalRepository().getBasedir().toString();
  }
}
