package io.fluxj.cli;

import io.fluxj.audit.cli.AuditCommand;
import io.fluxj.helm.cli.HelmCommand;
import io.fluxj.helm.cli.Streams;
import io.fluxj.kustomize.cli.KustomizeCommand;
import io.fluxj.sops.cli.SopsCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The programs of the libraries, which need nothing of the frame: {@code fluxj kustomize build}, {@code fluxj helm template}, {@code fluxj sops decrypt},
 * {@code fluxj audit verify}.
 */
final class Programs {
    /** The words that mean them, and those by which the launcher starts programs that stay. */
    static final Set<String> NAMES = Set.of("kustomize", "helm", "sops", "audit", "run", "sandbox");

    private Programs() {}

    /** Runs what the first word names and returns its exit code; empty when it names none of them. */
    static Optional<Integer> run(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String[] rest = words.subList(1, words.size()).toArray(String[]::new);
        return switch (words.getFirst()) {
            case "kustomize" -> Optional.of(KustomizeCommand.run(rest));
            case "helm" -> Optional.of(HelmCommand.run(Streams.ofProcess(), rest));
            case "sops" -> Optional.of(SopsCommand.run(System.out, System.err, rest));
            case "audit" -> Optional.of(AuditCommand.run(rest));
            default -> Optional.empty();
        };
    }
}
