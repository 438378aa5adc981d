package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.apply.ObjectRef;
import io.fluxj.kustomization.KustomizationReason;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Retryable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Holds a prune that nobody can have meant until somebody says that it is meant: one that an empty build would cause, and one of more
 * than a share of what was applied where a share is set. An acknowledgement is for exactly the objects that were listed.
 */
final class PruneGuard {

    static final String GROUP = "kustomize.fluxj.io";
    static final String ACKNOWLEDGED = GROUP + "/acknowledge-prune";
    static final String MAX_PERCENT = GROUP + "/max-prune-percent";

    private static final int ALL = 100;
    private static final int MOST_LISTED = 20;
    private static final int TOKEN_DIGITS = 12;

    private final OptionalInt percent;

    /** With the share of the process; without one only empty builds count. */
    PruneGuard(OptionalInt percent) {
        this.percent = percent;
    }

    /**
     * What would be pruned.
     *
     * @param stale the objects
     * @param left how many stay
     */
    record Prune(List<ObjectRef> stale, int left) {

        private int share() {
            return Math.ceilDiv(ALL * stale.size(), stale.size() + left);
        }
    }

    void check(Kustomization object, Prune prune) throws Retryable {
        String problem = problem(percent(object), prune);
        if (problem.isEmpty() || token(prune).equals(annotations(object).get(ACKNOWLEDGED))) {
            return;
        }
        throw Retryable.of(
                KustomizationReason.PRUNE_HELD,
                "%s, and %d objects would be deleted: %s. Nothing was deleted. If this is meant: %s"
                        .formatted(problem, prune.stale().size(), listed(prune.stale()), command(object, prune)));
    }

    private static String problem(OptionalInt percent, Prune prune) {
        if (prune.stale().isEmpty()) {
            return "";
        }
        if (percent.isPresent()) {
            return prune.share() > percent.getAsInt()
                    ? "%d %% of what was applied is not built any more, more than the %d %% that may go at once"
                            .formatted(prune.share(), percent.getAsInt())
                    : "";
        }
        return prune.left() == 0 ? "the build is empty" : "";
    }

    private OptionalInt percent(Kustomization object) throws Retryable {
        String own = annotations(object).get(MAX_PERCENT);
        if (own == null) {
            return percent;
        }
        try {
            int share = Integer.parseInt(own);
            if (share >= 0 && share <= ALL) {
                return OptionalInt.of(share);
            }
        } catch (NumberFormatException e) {
            // the same is wrong with it
        }
        throw Retryable.of(
                CommonReason.INVALID_SPEC,
                "annotation %s \"%s\" is no percentage: write a whole number from 0 to 100"
                        .formatted(MAX_PERCENT, own));
    }

    private static Map<String, String> annotations(Kustomization object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }

    private static String listed(List<ObjectRef> stale) {
        String names = stale.stream().limit(MOST_LISTED).map(ObjectRef::subject).collect(Collectors.joining(", "));
        return stale.size() <= MOST_LISTED ? names : names + " and " + (stale.size() - MOST_LISTED) + " more";
    }

    private static String command(Kustomization object, Prune prune) {
        return "kubectl -n %s annotate --overwrite kustomization/%s %s=%s reconcile.fluxcd.io/requestedAt=\"$(date +%%s)\""
                .formatted(
                        object.getMetadata().getNamespace(),
                        object.getMetadata().getName(),
                        ACKNOWLEDGED,
                        token(prune));
    }

    /** Other objects, another token. */
    private static String token(Prune prune) {
        String all = prune.stale().stream()
                .map(ref -> ref.groupKind() + "/" + ref.namespace() + "/" + ref.name())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, TOKEN_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
