package io.github.broadsheet.magic;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import io.github.broadsheet.display.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.SubArtifact;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/**
 * Maven's own resolver, with the settings of the user's Maven. It is loaded when the first {@code
 * %maven} comes.
 */
final class MavenResolver {
  private static final String SCOPE = "runtime";

  /** What it logs would appear in the cell; failures come as exceptions. */
  private static final Logger LOG = Logger.getLogger("org.eclipse.aether");

  static {
    LOG.setLevel(Level.SEVERE);
  }

  private final MavenSettings settings;

  MavenResolver(MavenSettings settings) {
    this.settings = settings;
  }

  /**
   * Everything that is needed to run these together, one version of each, the nearest winning.
   *
   * @param asked those named first win among equals
   * @param more repositories, asked before those of the settings
   */
  List<Resolved> resolve(Collection<Coordinate> asked, Collection<Repository> more, boolean offline)
      throws Exception {
    try (Progress bar = Progress.of("Fetching jars", -1)) {
      Transfers transfers = new Transfers(bar);
      // On a thread of its own: Maven does not heed an interrupt while it waits for a server.
      var work = new FutureTask<>(() -> resolve(asked, more, offline, transfers));
      Thread thread = new Thread(work, "maven");
      thread.setDaemon(true);
      thread.start();
      try {
        return work.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      } finally {
        transfers.cancel();
      }
    }
  }

  private List<Resolved> resolve(
      Collection<Coordinate> asked,
      Collection<Repository> more,
      boolean offline,
      Transfers transfers) {
    try (Context context = new StandaloneStaticRuntime().create(overrides(offline))) {
      var session = new DefaultRepositorySystemSession(context.repositorySystemSession());
      session.setTransferListener(transfers);
      // What was missing a minute ago may be there now, and the reader asks again by running.
      session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
      List<RemoteRepository> repositories = repositories(context, session, more);
      CollectRequest request = new CollectRequest().setRepositories(repositories);
      asked.forEach(each -> request.addDependency(new Dependency(artifact(each), SCOPE)));
      var runtime = new DependencyRequest(request, DependencyFilterUtils.classpathFilter(SCOPE));
      try {
        List<Artifact> jars =
            context
                .repositorySystem()
                .resolveDependencies(session, runtime)
                .getArtifactResults()
                .stream()
                .map(ArtifactResult::getArtifact)
                .toList();
        fetchSources(context, session, repositories, asked(jars, asked));
        return jars.stream()
            .map(jar -> new Resolved(coordinate(jar), jar.getFile().toPath()))
            .toList();
      } catch (DependencyResolutionException e) {
        throw new ResolutionFailure(repositories, session, offline).of(e);
      }
    }
  }

  private ContextOverrides overrides(boolean offline) {
    ContextOverrides.Builder overrides =
        ContextOverrides.create()
            .withUserSettings(true)
            // A repository on this machine needs no network.
            .configProperties(Map.of("aether.offline.protocols", "file"));
    if (offline) {
      overrides.offline(true);
    }
    if (settings.file() != null) {
      overrides.withUserSettingsXmlOverride(settings.file());
    }
    if (settings.localRepository() != null) {
      overrides.withLocalRepositoryOverride(settings.localRepository());
    }
    return overrides.build();
  }

  private static List<RemoteRepository> repositories(
      Context context, DefaultRepositorySystemSession session, Collection<Repository> more) {
    List<RemoteRepository> added =
        more.stream()
            .map(each -> new RemoteRepository.Builder(each.id(), "default", each.url()).build())
            .toList();
    List<RemoteRepository> repositories =
        new ArrayList<>(context.repositorySystem().newResolutionRepositories(session, added));
    repositories.addAll(context.remoteRepositories());
    return repositories;
  }

  /**
   * Fetches the sources of what was not asked for by name, while cells run already. Nobody waits
   * for it, and nothing is said of it.
   */
  void fetchSources(List<Resolved> jars, Collection<Repository> more, boolean offline) {
    Thread thread =
        new Thread(
            () -> {
              try (Context context = new StandaloneStaticRuntime().create(overrides(offline))) {
                var session = new DefaultRepositorySystemSession(context.repositorySystemSession());
                List<Artifact> artifacts =
                    jars.stream().map(jar -> artifact(jar.coordinate())).toList();
                fetchSources(context, session, repositories(context, session, more), artifacts);
              }
            },
            "maven sources");
    thread.setDaemon(true);
    thread.start();
  }

  private static List<Artifact> asked(List<Artifact> jars, Collection<Coordinate> asked) {
    List<String> keys = asked.stream().map(Coordinate::key).toList();
    return jars.stream().filter(jar -> keys.contains(coordinate(jar).key())).toList();
  }

  /** For the documentation that the kernel shows; many jars are published without. */
  private static void fetchSources(
      Context context,
      DefaultRepositorySystemSession session,
      List<RemoteRepository> repositories,
      List<Artifact> jars) {
    List<ArtifactRequest> requests =
        jars.stream()
            .map(jar -> new SubArtifact(jar, "sources", "jar"))
            .map(sources -> new ArtifactRequest(sources, repositories, ""))
            .toList();
    try {
      context.repositorySystem().resolveArtifacts(session, requests);
    } catch (ArtifactResolutionException e) {
      // Nothing is lost but a text that Shift-Tab could have shown.
    }
  }

  private static Artifact artifact(Coordinate c) {
    return new DefaultArtifact(c.group(), c.artifact(), c.classifier(), c.extension(), c.version());
  }

  static Coordinate coordinate(Artifact a) {
    return new Coordinate(
        a.getGroupId(), a.getArtifactId(), a.getExtension(), a.getClassifier(), a.getVersion());
  }
}
