package io.fluxj.helm.manifest;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What templates printed, by what it is.
 *
 * @param hooks in the order of their kinds
 * @param plain in the order in which they are installed
 */
public record Manifests(List<Hook> hooks, List<Manifest> plain) {
    private static final String HOOK = "helm.sh/hook";

    public Manifests {
        hooks = List.copyOf(hooks);
        plain = List.copyOf(plain);
    }

    /**
     * Sorts what templates printed.
     *
     * @param printed by the paths of the templates
     * @throws HelmException when something is no YAML
     */
    public static Manifests of(SortedMap<String, String> printed, KindOrder order, Notices notices) {
        List<Hook> hooks = new ArrayList<>();
        List<Manifest> plain = new ArrayList<>();
        printed.forEach((path, text) -> {
            boolean partial = path.substring(path.lastIndexOf('/') + 1).startsWith("_");
            for (String document : partial ? List.<String>of() : ManifestSplit.documents(text)) {
                sort(new Manifest(path, document, head(path, document)), hooks, plain, notices);
            }
        });
        hooks.sort(Comparator.comparing(Hook::kind, order.comparator()));
        plain.sort(Comparator.comparing(each -> each.head().kind(), order.comparator()));
        return new Manifests(hooks, plain);
    }

    private static ManifestHead head(String path, String document) {
        try {
            return ManifestHead.of(document);
        } catch (GoError e) {
            throw new HelmException(Subject.MANIFEST, "YAML parse error on " + path + ": " + e.getMessage(), e);
        }
    }

    private static void sort(Manifest manifest, List<Hook> hooks, List<Manifest> plain, Notices notices) {
        String events = manifest.head().annotations().get(HOOK);
        if (events == null) {
            plain.add(manifest);
            return;
        }
        List<HookEvent> known = new ArrayList<>();
        for (String event : parts(events)) {
            HookEvent.of(event).ifPresent(known::add);
        }
        if (known.size() == parts(events).size()) {
            hooks.add(hook(manifest, known));
        } else {
            notices.add(Notice.info("skipping unknown hooks", new Notice.Attribute("hookTypes", events)));
        }
    }

    private static Hook hook(Manifest manifest, List<HookEvent> events) {
        ManifestHead head = manifest.head();
        Map<String, String> annotations = head.annotations();
        Hook.Policies policies = new Hook.Policies(
                weight(annotations.getOrDefault("helm.sh/hook-weight", "")),
                policies(annotations.get("helm.sh/hook-delete-policy")),
                policies(annotations.get("helm.sh/hook-output-log-policy")));
        return new Hook(
                head.name(), head.kind(), manifest.path(), manifest.text(), events, policies, Hook.LastRun.NONE);
    }

    private static List<String> policies(@Nullable String annotation) {
        return annotation == null ? List.of() : parts(annotation);
    }

    private static List<String> parts(String annotation) {
        return java.util.Arrays.stream(annotation.split(",", -1))
                .map(part -> GoText.trimSpace(part).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** A weight that is no number is 0. */
    private static int weight(String text) {
        try {
            return (int) Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** All that is no hook, as one stream. */
    public String stream() {
        StringBuilder stream = new StringBuilder();
        plain.forEach(manifest -> stream.append(manifest.withSource()));
        return stream.toString();
    }
}
