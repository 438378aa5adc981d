package io.fluxj.kustomization.pass;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.kustomization.source.SourceSet;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.secret.ConcealedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps the values that Secrets gave to variables out of what one pass says. Texts that can hold them, those of the build and of the API
 * server, go through {@link #conceal}. Besides, whatever else the pass says is searched for long values that the object does not show itself.
 */
final class Concealment {

    private static final int LONG = 8;

    private final Pass<Kustomization, KustomizationStatus> pass;
    private ConcealedValues values = ConcealedValues.none();
    private List<String> known = List.of();

    Concealment(Pass<Kustomization, KustomizationStatus> pass) {
        this.pass = pass;
    }

    void begin(List<String> secrets, SourceSet sources) {
        values = ConcealedValues.none();
        known = List.of();
        add(secrets, sources);
    }

    /** Keeps these out too. */
    void add(List<String> more, SourceSet sources) {
        List<String> secrets = new ArrayList<>(known);
        secrets.addAll(more);
        known = List.copyOf(secrets);
        values = ConcealedValues.of(known);
        String shown = shown(sources);
        secrets.stream()
                .map(String::strip)
                .filter(secret -> secret.length() >= LONG && !shown.contains(secret))
                .forEach(pass::conceal);
    }

    String conceal(String text) {
        return values.conceal(text);
    }

    /** What everyone who sees the object sees: messages would be of no use without it. */
    private String shown(SourceSet sources) {
        Kustomization object = pass.object();
        return String.join(
                "\n",
                object.getMetadata().getNamespace(),
                object.getMetadata().getName(),
                String.valueOf(object.getSpec().path()),
                sources.all().stream()
                        .map(source -> source.name() + "\n" + source.revision())
                        .collect(Collectors.joining("\n")));
    }
}
