package io.fluxj.source.git;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositoryInclude;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Waiting;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.StoredArtifacts;
import io.fluxj.source.artifact.WorkFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Lays the artifacts of other GitRepositories into this one's files. Source: behaviour §1.3. */
final class IncludeStep {
    private final Neighbours neighbours;
    private final StoredArtifacts artifacts;
    private final Path workFolder;
    private final Duration requeueDependency;

    IncludeStep(GitParts parts, Neighbours neighbours) {
        this.neighbours = neighbours;
        this.artifacts = new StoredArtifacts(parts.storage().store());
        this.workFolder = parts.workFolder();
        this.requeueDependency = parts.requeueDependency();
    }

    /** What there is to lay in, in the order of the spec; says when it is something else than before. */
    List<Included> find(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure {
        List<Included> found = new ArrayList<>();
        for (GitRepositoryInclude include : pass.object().getSpec().include()) {
            found.add(find(pass, include));
        }
        pass.conditions().clear(GitCondition.INCLUDE_UNAVAILABLE);
        if (!areSame(found, pass.status().includedArtifacts())) {
            noteChange(pass);
        }
        return List.copyOf(found);
    }

    private Included find(Pass<GitRepository, GitRepositoryStatus> pass, GitRepositoryInclude include) throws Waiting {
        String name = include.repository().name();
        GitRepository owner = neighbours
                .find(pass.object().getMetadata().getNamespace(), name)
                .orElseThrow(() -> unavailable(
                        GitReason.NOT_FOUND,
                        "could not get resource for include '" + name + "': GitRepository.source.toolkit.fluxcd.io \""
                                + name + "\" not found"));
        Artifact artifact = owner.getStatus() == null ? null : owner.getStatus().artifact();
        if (artifact == null) {
            throw unavailable(GitReason.NO_ARTIFACT, "no artifact available for include '" + name + "'");
        }
        return new Included(include, owner, artifact);
    }

    private Waiting unavailable(Reason reason, String message) {
        return Waiting.on(reason, message, requeueDependency)
                .marking(GitCondition.INCLUDE_UNAVAILABLE)
                .announcing(Severity.TRACE, message);
    }

    /** Whether the artifacts are those that were laid in before, one by one. */
    static boolean areSame(List<Included> found, List<Artifact> before) {
        return found.size() == before.size()
                && IntStream.range(0, found.size()).allMatch(i -> found.get(i).isSameAs(before.get(i)));
    }

    private static void noteChange(Pass<GitRepository, GitRepositoryStatus> pass) {
        String message = "included artifacts differ from last observed includes";
        if (!pass.status().includedArtifacts().isEmpty()) {
            pass.conditions().markTrue(SourceCondition.ARTIFACT_OUTDATED, GitReason.INCLUDE_CHANGE, message);
        }
        pass.drifted("building artifact: " + message);
    }

    /** Lays it into the files of a commit, one after the other. */
    void layIn(Pass<GitRepository, GitRepositoryStatus> pass, List<Included> includes, Path folder) throws Retryable {
        for (Included each : includes) {
            Path to = target(each, folder);
            try (WorkFolder work = WorkFolder.create(workFolder, pass.object())) {
                Path unpacked = Files.createDirectory(work.path().resolve("unpacked"));
                artifacts.unpack(each.owner(), each.artifact(), unpacked);
                move(each, Included.inside(unpacked, each.from()), to);
            } catch (IOException | InvalidPathException failed) {
                throw failed(
                        GitReason.COPY_FAILURE,
                        "failed to copy '" + each.name() + "' include from " + each.from() + " to " + each.to() + ": "
                                + reason(failed),
                        failed);
            }
        }
    }

    private static Path target(Included each, Path folder) throws Retryable {
        try {
            return Included.inside(folder, each.to());
        } catch (InvalidPathException unusable) {
            String message = "path calculation for include '" + each.name() + "' failed: " + unusable.getReason();
            throw failed(GitReason.ILLEGAL_PATH, message, unusable);
        }
    }

    /** Files replace files; nothing else takes the place of what is there. */
    private static void move(Included each, Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            throw new IOException("the artifact of GitRepository '" + each.name() + "' has no '" + each.from() + "'");
        }
        boolean taken = Files.isDirectory(to) || (Files.isDirectory(from) && Files.exists(to));
        if (taken) {
            throw new IOException("the repository has '" + each.to() + "' already; choose another toPath");
        }
        Path parent = Objects.requireNonNull(to.getParent());
        try {
            Files.createDirectories(parent);
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileAlreadyExistsException file) {
            throw new IOException("a file of the repository is in the way of '" + each.to() + "'", file);
        }
    }

    /** What the file system says, without the temporary folder. */
    private static String reason(Exception failed) {
        return failed instanceof FileSystemException system
                ? Objects.requireNonNullElse(
                        system.getReason(), failed.getClass().getSimpleName())
                : String.valueOf(failed.getMessage());
    }

    private static Retryable failed(Reason reason, String message, Exception cause) {
        return Retryable.of(reason, message, cause).marking(SourceCondition.STORAGE_OPERATION_FAILED);
    }
}
